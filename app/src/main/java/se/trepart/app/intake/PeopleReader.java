package se.trepart.app.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/** Reads who applies: the adults and the children of the form. */
final class PeopleReader {

    private static final int WHOLE_MONTH = 31;
    private static final int LAST_YEAR_OF_LUNCH = 6;
    private static final int GROWN_UP = 18;
    private static final int OWN_CASE = 21;
    private static final List<Protection> PROTECTIONS = List.of(Protection.NONE, Protection.MARKED, Protection.PROTECTED_REGISTRATION);

    private enum PaymentMethod {
        BANK_ACCOUNT,
        OTHER
    }

    private final FormPart form;
    private final FormIds ids;
    private final @Nullable YearMonth period;
    private final List<Adult> adults = new ArrayList<>();
    private final List<Child> children = new ArrayList<>();
    private final Map<String, UUID> named = new HashMap<>();
    private final Set<PersonalNumber> numbers = new HashSet<>();

    /** @param period null when the form does not tell it rightly; ages are then not looked at */
    PeopleReader(FormPart form, FormIds ids, @Nullable YearMonth period) {
        this.form = form;
        this.ids = ids;
        this.period = period;
    }

    void read(Optional<MaritalStatus> maritalStatus) {
        List<FormPart> persons = form.list("persons");
        for (int i = 0; i < persons.size(); i++) {
            readAdult(persons.get(i), ids.of("persons", i));
        }
        if (form.has("persons")) {
            checkRoles(maritalStatus);
        }
        List<FormPart> young = form.list("children");
        for (int i = 0; i < young.size(); i++) {
            readChild(young.get(i), ids.of("children", i));
        }
    }

    List<Adult> adults() {
        return adults;
    }

    List<Child> children() {
        return children;
    }

    /** The member that {@code APPLICANT}, {@code CO_APPLICANT} or a child's personal number names. */
    Optional<UUID> member(String name) {
        return Optional.ofNullable(named.get(name));
    }

    private void readAdult(FormPart part, UUID id) {
        AdultRole role = part.code("role", List.of(AdultRole.values()));
        Optional<PersonalNumber> number = number(part);
        Protection protection = part.has("protection") ? part.code("protection", PROTECTIONS) : Protection.UNKNOWN;
        Optional<Address> address = part.part("address").map(a -> new Address(a.text("street"), a.text("postalCode"), a.text("city")));
        Optional<BankAccount> account = account(part);
        String firstName = part.text("firstName");
        String lastName = part.text("lastName");
        String email = part.textOrEmpty("email");
        String phone = part.textOrEmpty("phone");
        String interpreter = interpreter(part);
        boolean jobStimulus = part.flagOrFalse("jobStimulus");
        if (named.containsKey(role.name()) && part.has("role")) {
            part.fault("role", role == AdultRole.APPLICANT ? "intake.fault.two-applicants" : "intake.fault.two-co-applicants");
        }
        named.putIfAbsent(role.name(), id);
        // R34: a protected person's address is blank; it stays in the form as answered
        Address shown = protection.isProtected() ? null : address.orElse(null);
        number.ifPresent(n -> adults.add(new Adult(id, role,
                new Person(n, firstName, lastName, shown, email, phone, protection, interpreter), jobStimulus, account.orElse(null))));
    }

    private void checkRoles(Optional<MaritalStatus> maritalStatus) {
        if (!named.containsKey(AdultRole.APPLICANT.name())) {
            form.fault("persons", "intake.fault.no-applicant");
        }
        boolean coApplicant = named.containsKey(AdultRole.CO_APPLICANT.name());
        if (maritalStatus.equals(Optional.of(MaritalStatus.COHABITING)) && !coApplicant) {
            form.fault("maritalStatus", "intake.fault.cohabiting-alone");
        }
        if (maritalStatus.equals(Optional.of(MaritalStatus.SINGLE)) && coApplicant) {
            form.fault("maritalStatus", "intake.fault.single-with-co-applicant");
        }
    }

    private void readChild(FormPart part, UUID id) {
        Optional<PersonalNumber> number = number(part);
        String firstName = part.text("firstName");
        String lastName = part.text("lastName");
        ResidenceExtent residence = part.code("residenceExtent", List.of(ResidenceExtent.values()));
        int days = days(part, residence);
        boolean lunchAway = part.flagOrFalse("lunchAway");
        boolean school = part.flagOrFalse("inUpperSecondarySchool");
        // the format tells no protection of a child: it has the applicant's
        Protection protection = part.has("protection")
                ? part.code("protection", PROTECTIONS)
                : adults.stream()
                        .filter(a -> a.role() == AdultRole.APPLICANT)
                        .findFirst()
                        .map(a -> a.person().protection())
                        .orElse(Protection.UNKNOWN);
        number.ifPresent(n -> {
            checkAge(part, n, school);
            children.add(new Child(id, new Person(n, firstName, lastName, null, "", "", protection, null), residence, days, lunchAway,
                    school, part.textOrEmpty("schoolName")));
        });
        if (part.node().path("personalNumber").isString()) {
            named.put(part.node().path("personalNumber").stringValue(), id);
        }
    }

    private static int days(FormPart part, ResidenceExtent residence) {
        boolean needed = part.has("residenceExtent") && residence != ResidenceExtent.FULL_TIME;
        OptionalInt days = needed || part.has("daysInHome") ? part.number("daysInHome", 1, WHOLE_MONTH) : OptionalInt.empty();
        return residence == ResidenceExtent.FULL_TIME ? WHOLE_MONTH : days.orElse(WHOLE_MONTH);
    }

    /** R10: lunch away decides the amount up to 6 years; from 18 years a child only in upper secondary school, and only below 21. */
    private void checkAge(FormPart part, PersonalNumber number, boolean school) {
        if (period == null) {
            return;
        }
        int age = number.ageAtEndOf(period);
        if (number.birthDate().isAfter(period.atEndOfMonth())) {
            part.fault("personalNumber", "intake.fault.not-born", period);
        } else if (age <= LAST_YEAR_OF_LUNCH && !part.has("lunchAway")) {
            part.fault("lunchAway", "intake.fault.lunch-away", LAST_YEAR_OF_LUNCH);
        } else if (age >= OWN_CASE) {
            part.fault("personalNumber", "intake.fault.own-case-age", age);
        } else if (age >= GROWN_UP && !part.has("inUpperSecondarySchool")) {
            part.fault("inUpperSecondarySchool", "intake.fault.upper-secondary-school", GROWN_UP);
        } else if (age >= GROWN_UP && !school) {
            part.fault("inUpperSecondarySchool", "intake.fault.own-case", GROWN_UP);
        }
    }

    private Optional<PersonalNumber> number(FormPart part) {
        Optional<PersonalNumber> number = part.personalNumber("personalNumber");
        if (number.isPresent() && !numbers.add(number.get())) {
            part.fault("personalNumber", "intake.fault.person-twice");
        }
        return number;
    }

    private static Optional<BankAccount> account(FormPart part) {
        boolean toBank = part.has("paymentMethod")
                && part.code("paymentMethod", List.of(PaymentMethod.OTHER, PaymentMethod.BANK_ACCOUNT)) == PaymentMethod.BANK_ACCOUNT;
        return toBank ? Optional.of(new BankAccount(part.text("clearingNumber"), part.text("accountNumber"))) : Optional.empty();
    }

    /** Null when no interpreter is needed; the need is kept also when the form does not tell the language. */
    private @Nullable String interpreter(FormPart part) {
        if (!part.flagOrFalse("needsInterpreter")) {
            return null;
        }
        String language = part.textOrEmpty("interpreterLanguage");
        return language.isBlank() ? part.words("intake.unknown-language") : language;
    }
}
