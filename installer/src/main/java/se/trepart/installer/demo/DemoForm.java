package se.trepart.installer.demo;

import java.time.ZoneId;
import java.util.UUID;

import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.application.Income;
import se.trepart.model.application.JobApplication;
import se.trepart.model.application.Planning;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.person.Address;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes an application as the file an e-service hands over. */
final class DemoForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private DemoForm() {}

    static String of(ReceivedApplication received) {
        Declaration declared = received.declaration();
        ObjectNode form = JSON.createObjectNode();
        form.put("formatVersion", 1).put("id", received.id().toString()).put("channel", "E_SERVICE");
        form.put("receivedAt", received.receivedAt().atZone(SWEDEN).toOffsetDateTime().toString());
        form.put("applicationType", received.kind().name()).put("maritalStatus", declared.maritalStatus().name());
        form.put("periodYear", received.period().getYear()).put("periodMonth", received.period().getMonthValue());
        ArrayNode persons = form.putArray("persons");
        declared.adults().forEach(a -> person(persons.addObject(), a));
        ArrayNode children = form.putArray("children");
        declared.children().forEach(c -> child(children.addObject(), c));
        form.put("housingForm", declared.housing().form().name()).put("housingPersonCount", declared.housing().people());
        form.put("housingRoomsPlusKitchen", declared.housing().roomsPlusKitchen());
        ArrayNode costs = form.putArray("costs");
        declared.costs().forEach(c -> cost(costs.addObject(), c));
        ArrayNode incomes = form.putArray("incomes");
        declared.incomes().forEach(i -> income(incomes.addObject(), i, who(declared, i.memberId())));
        form.putArray("pendingBenefits");
        form.putArray("assets");
        ArrayNode plannings = form.putArray("plannings");
        for (Planning p : declared.plannings()) {
            plannings.addObject().put("person", who(declared, p.memberId())).put("planningType", p.kind().name());
        }
        form.putArray("plannedActivities");
        ArrayNode jobs = form.putArray("jobApplications");
        for (JobApplication j : declared.jobApplications()) {
            jobs.addObject()
                    .put("person", who(declared, j.memberId()))
                    .put("applicationDate", String.valueOf(j.appliedOn()))
                    .put("jobTitle", j.title())
                    .put("employerAndPlace", j.employerAndPlace());
        }
        ArrayNode questions = form.putArray("questions");
        for (FormAnswer q : received.answers()) {
            questions.addObject().put("question", q.question()).put("answer", q.answer());
        }
        form.put("attestation", true).put("attestedAt", received.receivedAt().atZone(SWEDEN).toOffsetDateTime().toString());
        return form.toPrettyString();
    }

    private static void person(ObjectNode node, Adult adult) {
        node.put("role", adult.role().name()).put("personalNumber", adult.person().number().value());
        node.put("firstName", adult.person().firstName()).put("lastName", adult.person().lastName());
        @Nullable
        Address address = adult.person().address();
        if (address != null) {
            node.putObject("address").put("street", address.street()).put("postalCode", address.postalCode()).put("city", address.city());
        }
        node.put("email", adult.person().email()).put("phone", adult.person().phone());
        @Nullable
        String language = adult.person().interpreterLanguage();
        node.put("needsInterpreter", language != null);
        if (language != null) {
            node.put("interpreterLanguage", language);
        }
        @Nullable
        BankAccount account = adult.account();
        node.put("paymentMethod", account == null ? "OTHER" : "BANK_ACCOUNT");
        if (account != null) {
            node.put("clearingNumber", account.clearingNumber()).put("accountNumber", account.accountNumber());
        }
        if (adult.person().protection() != Protection.UNKNOWN) {
            node.put("protection", adult.person().protection().name());
        }
        node.put("jobStimulus", adult.jobStimulus());
    }

    private static void child(ObjectNode node, Child child) {
        node.put("personalNumber", child.person().number().value());
        node.put("firstName", child.person().firstName()).put("lastName", child.person().lastName());
        node.put("schoolName", child.school()).put("residenceExtent", child.residence().name());
        if (child.residence() != ResidenceExtent.FULL_TIME) {
            node.put("daysInHome", child.daysInHome());
        }
        node.put("lunchAway", child.lunchAway());
        if (child.inUpperSecondarySchool()) {
            node.put("inUpperSecondarySchool", true);
        }
    }

    private static void cost(ObjectNode node, AppliedCost cost) {
        boolean other = cost.type() == CostType.MUNICIPAL_FEES || cost.type() == CostType.ACUTE_DENTAL;
        node.put("costType", other ? "OTHER" : cost.type().name());
        if (other) {
            node.put("otherSubType", cost.type().name());
        }
        node.put("appliedAmount", cost.applied().inKronor());
        node.put("specification", cost.specification()).put("recipientOrPeriod", cost.recipientOrPeriod());
    }

    private static void income(ObjectNode node, Income income, String recipient) {
        node.put("incomeType", income.type().name()).put("amount", income.amount().inKronor());
        node.put("incomeDate", String.valueOf(income.receivedOn())).put("recipient", recipient);
    }

    /** APPLICANT, CO_APPLICANT or the child's number. */
    private static String who(Declaration declared, UUID member) {
        return declared.adults()
                .stream()
                .filter(a -> a.id().equals(member))
                .map(a -> a.role().name())
                .findFirst()
                .orElseGet(() -> declared.children()
                        .stream()
                        .filter(c -> c.id().equals(member))
                        .map(c -> c.person().number().value())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such member")));
    }
}
