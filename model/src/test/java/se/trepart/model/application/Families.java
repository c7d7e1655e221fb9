package se.trepart.model.application;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import se.trepart.model.Money;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** Test families: Anna and Bo, their child Cim, and Daniel who is fourteen. */
final class Families {

    static final String ANNA = "199006022397";
    static final String BO = "199007282388";
    static final String CIM = "202106172394";
    static final String FOURTEEN = "20120706T123";
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    static final UUID UNIT = id("Mottagningen");
    static final Settings SETTINGS = Settings.at(ShippedSettings.of(UNIT), TODAY);

    private Families() {}

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    static Supplier<UUID> ids(String seed) {
        int[] count = {0};
        return () -> id(seed + count[0]++);
    }

    static Person person(String number) {
        return person(number, Protection.NONE);
    }

    static Person person(String number, Protection protection) {
        return new Person(new PersonalNumber(number), "Kim", "Test", null, "", "", protection, null);
    }

    /** The ids follow the form: another form gives the same person another id. */
    static Declaration declaration(String form, List<Person> adults, List<Person> children, List<AppliedCost> costs, List<Income> incomes) {
        return new Declaration(adults.size() > 1 ? MaritalStatus.COHABITING : MaritalStatus.SINGLE,
                Stream.iterate(0, i -> i < adults.size(), i -> i + 1)
                        .map(i -> new Adult(memberId(form, adults.get(i)), i == 0 ? AdultRole.APPLICANT : AdultRole.CO_APPLICANT,
                                adults.get(i), false, null))
                        .toList(),
                children.stream().map(c -> new Child(memberId(form, c), c, ResidenceExtent.FULL_TIME, 31, false, false, "")).toList(), 0,
                new Housing(HousingForm.RENTAL, adults.size() + children.size(), 2), costs, incomes, List.of(), List.of(), List.of());
    }

    static UUID memberId(String form, Person person) {
        return id(form + person.number().value());
    }

    static AppliedCost cost(CostType type, String kronor) {
        return new AppliedCost(id(type + kronor), type, kronor(kronor), "", "Bostads AB, 2026-11");
    }

    static Income income(String form, IncomeType type, String kronor, String number) {
        return new Income(id(form + type + kronor), type, kronor(kronor), TODAY, id(form + number), "ansökan");
    }

    static Money kronor(String kronor) {
        return Money.kronor(new BigDecimal(kronor));
    }

    static ReceivedApplication received(String form, ApplicationKind kind, YearMonth period, Declaration declaration) {
        return new ReceivedApplication(id(form), kind, Channel.E_SERVICE, Instant.parse("2026-11-20T10:00:00Z"), period, declaration,
                List.of(), true, null, "{}");
    }
}
