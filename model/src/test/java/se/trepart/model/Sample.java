package se.trepart.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CostType;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Housing;
import se.trepart.model.application.HousingForm;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

import org.jspecify.annotations.Nullable;

/** Small cases for the tests: one unit, one adult, December 2026. */
public final class Sample {

    public static final UUID UNIT = id("unit");
    public static final UUID CASE = id("case");
    public static final YearMonth DECEMBER = YearMonth.of(2026, 12);
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private Sample() {}

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** 1, 2, 3 … */
    public static Supplier<UUID> ids() {
        long[] last = {0};
        return () -> new UUID(0, ++last[0]);
    }

    public static Person person(String firstName, String number, Protection protection) {
        return new Person(new PersonalNumber(number), firstName, "Öberg", null, "", "", protection, null);
    }

    public static Child child(String name) {
        return new Child(id(name), person(name, "20170304T0" + (10 + name.length()), Protection.NONE), ResidenceExtent.FULL_TIME, 31, false,
                false, "");
    }

    public static Household household(Child... children) {
        return household(Protection.NONE, children);
    }

    public static Household household(Protection protection, Child... children) {
        return household(person("Amina", "19880209T050", protection), children);
    }

    public static Household householdOf(String number) {
        return household(person("Amina", number, Protection.NONE));
    }

    private static Household household(Person person, Child... children) {
        Adult adult = new Adult(id("amina"), AdultRole.APPLICANT, person, false, null);
        return new Household(id("household"), UNIT, CASE, MaritalStatus.SINGLE, List.of(adult), Arrays.asList(children), 0,
                LocalDate.of(2026, 1, 1));
    }

    public static CaseFile caseFile(Phase phase, @Nullable UUID responsible, LocalDate since) {
        return new CaseFile(CASE, UNIT, "2026-00417", responsible, phase, since, since, null, null);
    }

    public static AppliedCost cost(String name, CostType type, long kronor) {
        return new AppliedCost(id(name), type, Money.kronor(kronor), name, "");
    }

    public static Application application(ApplicationKind kind, AppliedCost... costs) {
        Declaration declaration = new Declaration(MaritalStatus.SINGLE, household().adults(), List.of(), 0,
                new Housing(HousingForm.RENTAL, 1, 2), Arrays.asList(costs), List.of(), List.of(), List.of(), List.of());
        return new Application(id("application"), UNIT, CASE, kind, Channel.E_SERVICE, Instant.parse("2026-11-20T09:00:00Z"),
                LocalDate.of(2026, 11, 20), null, DECEMBER, ApplicationStatus.RECEIVED, declaration, List.of(), true, null, "");
    }

    public static CalculationLine line(LineKind kind, String code, @Nullable UUID sourceId, long kronor) {
        Money amount = Money.kronor(kronor);
        return new CalculationLine(id(code + kind + sourceId), kind, null, sourceId, code, amount, null, "", amount, 1, 1, "R9",
                "riksnormens belopp", false);
    }

    public static Calculation calculation(CalculationLine... lines) {
        return new Calculation(id("calculation"), UNIT, CASE, id("application"), DECEMBER, TODAY, id("karin"), Arrays.asList(lines), false);
    }

    public static Staff staff(String name, Role... roles) {
        return new Staff(id(name), UNIT, name, name, "", "", Arrays.asList(roles), List.of(UNIT), List.of(), true, TODAY);
    }

    public static Settings settings() {
        return new Settings(id("settings"), UNIT, LocalDate.of(2025, 7, 1), 3, 15, 3, 6, 12, 30, Money.kronor(59200), 14, 10, 3,
                Money.kronor(6500), Money.kronor(1200), 30, new Municipality("Exempelstad", "Socialnämnden i Exempelstad",
                        "Förvaltningsrätten i Exempelstad", "Storgatan 1", "123 45", "Exempelstad", "", "", "", "", null));
    }
}
