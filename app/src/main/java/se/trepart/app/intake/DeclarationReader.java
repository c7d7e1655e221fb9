package se.trepart.app.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.FormAnswer;
import se.trepart.model.application.Housing;
import se.trepart.model.application.HousingForm;
import se.trepart.model.application.Income;
import se.trepart.model.application.IncomeType;
import se.trepart.model.application.JobApplication;
import se.trepart.model.application.OtherDeclaration;
import se.trepart.model.application.OtherDeclaration.DeclarationKind;
import se.trepart.model.application.Planning;
import se.trepart.model.application.Planning.PlanningKind;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.MaritalStatus;

import tools.jackson.databind.JsonNode;

/** Reads what is declared: home, costs, incomes, plans, and what is only kept and shown. */
final class DeclarationReader {

    private static final int MOST_PEOPLE = 99;
    /** These are told as a kind of OTHER in the file. */
    private static final List<CostType> KINDS_OF_OTHER = List.of(CostType.OTHER, CostType.MUNICIPAL_FEES, CostType.ACUTE_DENTAL);
    private static final List<CostType> COST_TYPES = Arrays.stream(CostType.values())
            .filter(t -> t == CostType.OTHER || !KINDS_OF_OTHER.contains(t))
            .toList();

    private final FormPart form;
    private final FormIds ids;
    private final PeopleReader people;

    DeclarationReader(FormPart form, FormIds ids, PeopleReader people) {
        this.form = form;
        this.ids = ids;
        this.people = people;
    }

    Declaration read(MaritalStatus maritalStatus) {
        Housing housing = new Housing(form.code("housingForm", List.of(HousingForm.values())),
                form.number("housingPersonCount", 0, MOST_PEOPLE).orElse(0),
                form.number("housingRoomsPlusKitchen", 0, MOST_PEOPLE).orElse(0));
        // that an adult shares the home with others without being a couple (R9) is the caseworker's judgement: not set from the form
        return new Declaration(maritalStatus, people.adults(), people.children(), 0, housing, costs(), incomes(), plannings(),
                jobApplications(), others());
    }

    List<FormAnswer> answers() {
        return form.listOrNone("questions").stream().map(q -> new FormAnswer(q.text("question"), q.textOrEmpty("answer"))).toList();
    }

    private List<AppliedCost> costs() {
        List<AppliedCost> costs = new ArrayList<>();
        for (FormPart part : form.list("costs")) {
            CostType type = part.code("costType", COST_TYPES);
            if (part.has("otherSubType")) {
                CostType kind = part.code("otherSubType", KINDS_OF_OTHER);
                type = type == CostType.OTHER ? kind : type;
            }
            costs.add(new AppliedCost(ids.of("costs", costs.size()), type, part.amount("appliedAmount"), part.textOrEmpty("specification"),
                    part.textOrEmpty("recipientOrPeriod")));
        }
        return costs;
    }

    private List<Income> incomes() {
        List<Income> incomes = new ArrayList<>();
        for (FormPart part : form.list("incomes")) {
            UUID id = ids.of("incomes", incomes.size());
            incomes.add(new Income(id, part.code("incomeType", List.of(IncomeType.values())), part.amount("amount"),
                    part.date("incomeDate").orElse(null), member(part, "recipient"), part.words("intake.source")));
        }
        return incomes;
    }

    private List<Planning> plannings() {
        List<Planning> plannings = new ArrayList<>();
        for (FormPart part : form.listOrNone("plannings")) {
            plannings.add(new Planning(ids.of("plannings", plannings.size()), member(part, "person"),
                    part.code("planningType", List.of(PlanningKind.values())), part.textOrEmpty("otherDescription")));
        }
        return plannings;
    }

    private List<JobApplication> jobApplications() {
        List<JobApplication> jobs = new ArrayList<>();
        for (FormPart part : form.listOrNone("jobApplications")) {
            jobs.add(new JobApplication(ids.of("jobApplications", jobs.size()), member(part, "person"),
                    part.date("applicationDate").orElse(null), part.textOrEmpty("jobTitle"), part.textOrEmpty("employerAndPlace")));
        }
        return jobs;
    }

    private List<OtherDeclaration> others() {
        List<OtherDeclaration> others = new ArrayList<>();
        addOthers(others, "pendingBenefits", DeclarationKind.PENDING_BENEFIT);
        addOthers(others, "assets", DeclarationKind.ASSET);
        addOthers(others, "plannedActivities", DeclarationKind.PLANNED_ACTIVITY);
        return others;
    }

    private void addOthers(List<OtherDeclaration> others, String field, DeclarationKind kind) {
        for (JsonNode node : form.nodesOrNone(field)) {
            others.add(new OtherDeclaration(ids.of("others", others.size()), kind, form.storable(field, words(node))));
        }
    }

    /** What the format leaves open, as a person reads it. */
    private static String words(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream().map(e -> e.getKey() + ": " + words(e.getValue())).collect(Collectors.joining("; "));
        }
        if (node.isArray()) {
            return node.values().stream().map(DeclarationReader::words).collect(Collectors.joining(", "));
        }
        return node.asString();
    }

    private UUID member(FormPart part, String field) {
        String name = part.text(field);
        return people.member(name).orElseGet(() -> {
            // a missing applicant is told once, at the list of persons
            boolean toldAlready = name.isBlank() || name.equals(AdultRole.APPLICANT.name());
            if (!toldAlready) {
                part.fault(field, "intake.fault.no-such-person");
            }
            return ids.of("nobody", 0);
        });
    }
}
