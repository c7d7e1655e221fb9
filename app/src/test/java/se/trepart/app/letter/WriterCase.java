package se.trepart.app.letter;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import se.trepart.model.Money;
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
import se.trepart.model.application.Income;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.control.ShippedSettings;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationBasis;
import se.trepart.model.norm.NormCalculation;
import se.trepart.model.norm.Norms;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** Maria, who rents a flat and asks for help with November, and the letters that are written to her. */
final class WriterCase {

    static final UUID UNIT = id("unit");
    static final UUID CASE = id("case");
    static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Staff ANNA = new Staff(id("anna"), UNIT, "anna", "Anna Berg", "Socialsekreterare", "010-123 45 71",
            List.of(Role.CASEWORKER), List.of(UNIT), List.of(), true, TODAY);
    static final AppliedCost RENT = new AppliedCost(id("rent"), CostType.RENT, Money.kronor(9400), "Hyra", "");
    static final AppliedCost GLASSES = new AppliedCost(id("glasses"), CostType.OTHER, Money.kronor(1200), "glasögon till Alva", "");
    static final LetterPdf PDF = new LetterPdf();
    final LetterWriter writer = new LetterWriter(Statutes.shipped(), DecisionReason.shipped());

    final List<Child> children = new ArrayList<>();
    final List<Adult> adults = new ArrayList<>(List.of(adult("Maria", AdultRole.APPLICANT, Protection.NONE)));
    final List<AppliedCost> costs = new ArrayList<>(List.of(RENT));
    final List<Income> incomes = new ArrayList<>();

    Calculation calculation() {
        return new NormCalculation(Norms.shipped()).propose(
                new CalculationBasis(id("application"), NOVEMBER, adults, children, 0, costs, incomes, Map.of()), settings(),
                id("calculation"), UNIT, CASE, TODAY, ANNA.id());
    }

    LetterWriter.Occasion occasion(LetterKind kind) {
        return occasion(kind, LetterDetails.NONE);
    }

    LetterWriter.Occasion occasion(LetterKind kind, LetterDetails chosen) {
        Letter letter = new Letter(id("letter"), UNIT, CASE, id("decision"), kind, TODAY, ANNA.id(), id("Maria"),
                LetterPdf.TEMPLATE_VERSION, kind.about() == LetterKind.About.DECISION ? "" : "Det finns ett skäl.",
                kind == LetterKind.COMPLETION_REQUEST ? "" : "Sök jobb.\nRing oss senast den 9 december.", null, null, "", chosen);
        CaseFile caseFile = new CaseFile(CASE, UNIT, "2026-00417", ANNA.id(), Phase.RUNNING, TODAY, TODAY, null, null);
        Household household = new Household(id("household"), UNIT, CASE, MaritalStatus.SINGLE, adults, children, 0, TODAY);
        return new LetterWriter.Occasion(letter, caseFile, household, settings(), ANNA, "Mottagningen");
    }

    Application application() {
        Declaration declaration = new Declaration(MaritalStatus.SINGLE, adults, children, 0, new Housing(HousingForm.RENTAL, 1, 2), costs,
                incomes, List.of(), List.of(), List.of());
        return new Application(id("application"), UNIT, CASE, ApplicationKind.RENEWAL, Channel.E_SERVICE,
                Instant.parse("2026-11-01T23:30:00Z"), TODAY, null, NOVEMBER, ApplicationStatus.DECIDED, declaration, List.of(), true, null,
                "");
    }

    static Settings settings() {
        Settings s = Settings.at(ShippedSettings.of(UNIT), TODAY);
        Municipality m = new Municipality("Exempelstad", "Socialnämnden", "Förvaltningsrätten i Exempelstad", "Storgatan 1", "123 45",
                "Exempelstad", "010-123 45 67", "ekonomi@exempelstad.example", "exempelstad.example", "vardagar 9–11", null);
        return new Settings(s.id(), UNIT, s.validFrom(), s.intakeMonths(), s.handOverDay(), s.quietMonthsBeforeClosing(),
                s.longTermMonths(), s.incomeChangePercent(), s.childMonthDays(), s.prisbasbelopp(), s.completionDays(),
                s.communicationDays(), 3, s.housingLevelOne(), s.housingLevelMore(), s.checkWarningDays(), m);
    }

    static Adult adult(String name, AdultRole role, Protection protection) {
        Person person = new Person(new PersonalNumber(role == AdultRole.APPLICANT ? "19880209T050" : "19870101T060"), name, "Lind",
                new Address("Björkvägen 3 B", "123 46", "Exempelstad"), "", "", protection, null);
        return new Adult(id(name), role, person, true, new BankAccount("1234", "567890"));
    }

    static Child child(String name, String number, int days) {
        Person person = new Person(new PersonalNumber(number), name, "Lind", null, "", "", Protection.NONE, null);
        return new Child(id(name), person, days < 31 ? ResidenceExtent.HALF_TIME : ResidenceExtent.FULL_TIME, days, false, false, "");
    }

    static String text(LetterPage page) throws IOException {
        return LetterPdfTest.text(PDF.render(page)).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
