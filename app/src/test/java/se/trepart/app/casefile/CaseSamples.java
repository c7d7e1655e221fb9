package se.trepart.app.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.ApplicationStatus;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.Channel;
import se.trepart.model.application.CompletionRequest;
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
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistStep.AppliesTo;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.merge.Conflict;
import se.trepart.model.merge.Conflict.ConflictField;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** Whole cases as a caseworker meets them, for tests and pictures. */
public final class CaseSamples {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    public static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    public static final UUID UNIT = id(1);
    public static final UUID OTHER_UNIT = id(2);
    public static final Staff KARIN = staff(11, "Karin Berg", Role.CASEWORKER);
    public static final Staff LEIF = staff(12, "Leif Åkerström", Role.TEAM_LEAD);
    public static final Staff AMINA = staff(13, "Amina Kowalczyk", Role.CASEWORKER);
    public static final UUID CASE = id(100);
    public static final UUID NOVEMBER = id(301);
    public static final UUID DECEMBER = id(302);
    private static final UUID APPLICANT = id(201);
    private static final UUID LEO = id(211);
    private static final UUID MAJA = id(212);

    private CaseSamples() {}

    public static UUID id(int n) {
        return new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_1000L + n);
    }

    public static List<Document> municipality() {
        return List.of(KARIN, LEIF, AMINA, new Unit(UNIT, Unit.MUNICIPALITY, "Mottagningen", Unit.UnitKind.INTAKE, TODAY.minusYears(2)),
                new Unit(OTHER_UNIT, Unit.MUNICIPALITY, "Ekonomi", Unit.UnitKind.RUNNING, TODAY.minusYears(2)), settings(), template());
    }

    /** A mother with two children, in her second month of intake; December's renewal has come. */
    public static List<Document> amina() {
        List<Child> children = List.of(child(LEO, "20180412T201", "Leo", "Öberg", ResidenceExtent.HALF_TIME, 15),
                child(MAJA, "20210930T202", "Maja", "Öberg", ResidenceExtent.FULL_TIME, 31));
        List<Adult> adults = List.of(adult(APPLICANT, AdultRole.APPLICANT, "19900125T111", "Amina", "Öberg", Protection.NONE, "arabiska"));
        List<Document> all = new ArrayList<>();
        all.add(caseFile(CASE, "2026-00417", KARIN.id(), Phase.INTAKE));
        all.add(new Household(id(200), UNIT, CASE, MaritalStatus.SINGLE, adults, children, 0, LocalDate.of(2026, 10, 1)));
        Declaration november = declaration(adults, children, 7080, 6120);
        Declaration december = new Declaration(MaritalStatus.SINGLE, adults, children, 0, new Housing(HousingForm.RENTAL, 3, 3),
                List.of(cost(1, CostType.RENT, 7320, "", "Bostads AB Exempelhem, december"), cost(2, CostType.ELECTRICITY, 620, "", ""),
                        cost(3, CostType.ACUTE_DENTAL, 1650, "Akut tandvård hos Folktandvården efter en avslagen tand", "Folktandvården"),
                        cost(4, CostType.HOME_INSURANCE, 120, "", "")),
                List.of(income(1, IncomeType.SALARY, 7855_50, APPLICANT), income(2, IncomeType.CHILD_SUPPORT, 3346_00, APPLICANT)),
                List.of(new Planning(id(61), APPLICANT, PlanningKind.JOBSEEKING, "Söker arbete inom lager och hemtjänst")),
                List.of(new JobApplication(id(71), APPLICANT, LocalDate.of(2026, 11, 2), "Lagerarbetare", "Exempel Logistik, Exempelstad")),
                List.of(new OtherDeclaration(id(81), DeclarationKind.PENDING_BENEFIT, "Bostadsbidrag, sökt i oktober")));
        all.add(application(NOVEMBER, ApplicationKind.NEW, YearMonth.of(2026, 11), ApplicationStatus.DECIDED, november, true));
        all.add(application(DECEMBER, ApplicationKind.RENEWAL, YearMonth.of(2026, 12), ApplicationStatus.RECEIVED, december, false));
        all.add(note(401, "2026-10-28T13:05:00Z", LocalDate.of(2026, 10, 28), KARIN, NoteKind.VISIT,
                "Första besöket tillsammans med tolk. Amina berättar att hon har arbetat på timmar inom hemtjänsten men att timmarna blev "
                        + "färre i september. Barnen mår bra. Leo bor varannan vecka hos sin pappa.",
                null));
        all.add(note(402, "2026-11-10T08:12:00Z", LocalDate.of(2026, 11, 9), KARIN, NoteKind.PHONE,
                "Ringde om hyresavin. Den kommer med posten i veckan.", null));
        all.add(note(403, "2026-11-12T10:40:00Z", LocalDate.of(2026, 11, 9), KARIN, NoteKind.PHONE,
                "Rätt datum för samtalet är 2026-11-10.", id(402)));
        return all;
    }

    /** What the sample would be with a paper asked for that has not come. */
    public static CompletionRequest overdueRequest() {
        return new CompletionRequest(id(501), UNIT, CASE, DECEMBER,
                List.of(new CompletionRequest.MissingPaper(id(511), "Hyresavi för december", LocalDate.of(2026, 11, 18)),
                        new CompletionRequest.MissingPaper(id(512), "Kontoutdrag för alla konton, 1 september–30 november", null)),
                LocalDate.of(2026, 11, 9), KARIN.id(), LocalDate.of(2026, 11, 20),
                "Vi avgör din ansökan med de uppgifter vi har. Det kan betyda att du får avslag.");
    }

    /** Two people moved the case on at the same time. */
    public static Conflict conflict() {
        return new Conflict(id(601), UNIT, CASE, "CASE_FILE", CASE, null, id(602), 3, 4, LEIF.id(), NOW.minusSeconds(7200), KARIN.id(),
                NOW.minusSeconds(3600), List.of(new ConflictField(id(603), "phase", "\"INTAKE\"", "\"RUNNING\"", "\"CLOSED\"", null, "")),
                "", null, null);
    }

    /** A couple with long names and seven children; nothing but the first application. */
    public static List<Document> large() {
        UUID caseId = id(110);
        List<Adult> adults = List.of(
                adult(id(221), AdultRole.APPLICANT, "19850303T121", "Hodan Maria Alexandra", "Świątek-Nguyễn Ångström", Protection.NONE,
                        "somaliska"),
                adult(id(222), AdultRole.CO_APPLICANT, "19830711T122", "Sven-Örjan Bartholomeus", "Mäkinen von Ångström-Świątek",
                        Protection.NONE, null));
        List<Child> children = new ArrayList<>();
        String[] names = {"Leo", "Maja", "Zahra", "Alexander", "Abdirahman", "Elsa-Margareta", "Örjan"};
        for (int i = 0; i < names.length; i++) {
            children.add(child(id(230 + i), "20" + (10 + i) + "0315T13" + i, names[i], "Świątek-Nguyễn Ångström",
                    i % 3 == 1 ? ResidenceExtent.HALF_TIME : ResidenceExtent.FULL_TIME, i % 3 == 1 ? 15 : 31));
        }
        Declaration declared = new Declaration(MaritalStatus.COHABITING, adults, children, 0, new Housing(HousingForm.RENTAL, 9, 5),
                List.of(cost(11, CostType.RENT, 14250, "", "Exempelstads kommunala fastighetsaktiebolag, december 2026"),
                        cost(12, CostType.UNEMPLOYMENT_FUND, 150, "", "")),
                List.of(), List.of(), List.of(), List.of());
        return List.of(caseFile(caseId, "2026-00418", null, Phase.INTAKE),
                new Household(id(220), UNIT, caseId, MaritalStatus.COHABITING, adults, children, 0, LocalDate.of(2026, 11, 1)),
                new Application(id(311), UNIT, caseId, ApplicationKind.NEW, Channel.LETTER, NOW.minusSeconds(90_000), TODAY.minusDays(1),
                        KARIN.id(), YearMonth.of(2026, 12), ApplicationStatus.RECEIVED, declared, List.of(), true, NOW, ""));
    }

    /** A single man with protected identity, handled by Leif alone. */
    public static List<Document> protectedCase() {
        UUID caseId = id(120);
        return List.of(caseFile(caseId, "2026-00419", LEIF.id(), Phase.RUNNING),
                new Household(id(240), UNIT, caseId, MaritalStatus.SINGLE, List.of(
                        adult(id(241), AdultRole.APPLICANT, "19790607T151", "Björn", "Åström", Protection.PROTECTED_REGISTRATION, null)),
                        List.of(), 0, LocalDate.of(2026, 1, 1)));
    }

    public static Settings settings() {
        return new Settings(id(5), Unit.MUNICIPALITY, LocalDate.of(2026, 1, 1), 3, 15, 3, 6, 12, 30, Money.kronor(59200), 10, 14, 5,
                Money.kronor(8000), Money.kronor(1500), 30,
                new Municipality("Exempelstad", "Socialnämnden", "Förvaltningsrätten i Exempelstad", "Storgatan 1", "123 45", "Exempelstad",
                        "010-000 00 00", "bistand@example.com", "example.com", "8–9", null));
    }

    /** A short checklist with one step of every sort; its review is overdue. */
    public static ChecklistTemplate template() {
        return new ChecklistTemplate(id(6), Unit.MUNICIPALITY, "Återansökan", 3, ApplicationKind.RENEWAL, "Enhetschef ekonomiskt bistånd",
                LocalDate.of(2025, 10, 1), LocalDate.of(2026, 10, 1),
                List.of(step(61, "household", "Vilka bor i hushållet, och har något ändrats sedan sist?", true, 0, AppliesTo.ALL),
                        step(62, "authority.fk", "Vad svarar Försäkringskassan?", true, 0, AppliesTo.ALL),
                        step(63, "assets", "Har någon i hushållet fordon eller andra tillgångar?", true, 6, AppliesTo.ALL),
                        step(64, "child.wellbeing", "Hur mår barnen, och hur går det i skolan eller förskolan?", true, 0,
                                AppliesTo.WITH_CHILDREN)));
    }

    private static ChecklistStep step(int n, String key, String question, boolean assessment, int months, AppliesTo applies) {
        return new ChecklistStep(id(n), key, question, "Fråga i samtalet och jämför med förra månaden.", "Sökande, folkbokföring",
                assessment, months, applies, Role.CASEWORKER);
    }

    private static Staff staff(int n, String name, Role role) {
        return new Staff(id(n), Unit.MUNICIPALITY, "demo-" + n, name, "Socialsekreterare", "010-000 00 1" + n, List.of(role), List.of(UNIT),
                role == Role.TEAM_LEAD ? List.of(id(120)) : List.of(), true, TODAY.minusYears(1));
    }

    private static CaseFile caseFile(UUID id, String number, @org.jspecify.annotations.Nullable UUID responsible, Phase phase) {
        return new CaseFile(id, UNIT, number, responsible, phase, LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 20), null, null);
    }

    private static Adult adult(UUID id, AdultRole role, String number, String first, String last, Protection protection,
            @org.jspecify.annotations.Nullable String language) {
        return new Adult(id, role, new Person(new PersonalNumber(number), first, last, new Address("Storgatan 3", "123 45", "Exempelstad"),
                "a@example.com", "070-000 00 00", protection, language), false, new BankAccount("9999", "1000002"));
    }

    private static Child child(UUID id, String number, String first, String last, ResidenceExtent extent, int days) {
        return new Child(id, new Person(new PersonalNumber(number), first, last, null, "", "", Protection.NONE, null), extent, days, false,
                false, "Exempelskolan");
    }

    private static Declaration declaration(List<Adult> adults, List<Child> children, int rent, int salary) {
        return new Declaration(MaritalStatus.SINGLE, adults, children, 0, new Housing(HousingForm.RENTAL, 3, 3),
                List.of(cost(21, CostType.RENT, rent, "", "Bostads AB Exempelhem, november"), cost(22, CostType.ELECTRICITY, 620, "", ""),
                        cost(23, CostType.INTERNET, 299, "", "")),
                List.of(income(21, IncomeType.SALARY, salary * 100L, APPLICANT), income(22, IncomeType.CHILD_SUPPORT, 3346_00, APPLICANT)),
                List.of(new Planning(id(62), APPLICANT, PlanningKind.WORK, "Timmar i hemtjänsten")), List.of(), List.of());
    }

    private static AppliedCost cost(int n, CostType type, long kronor, String specification, String recipient) {
        return new AppliedCost(id(700 + n), type, Money.kronor(kronor), specification, recipient);
    }

    private static Income income(int n, IncomeType type, long ore, UUID member) {
        return new Income(id(800 + n), type, new Money(ore), LocalDate.of(2026, 11, 25), member, "Ansökan");
    }

    private static Application application(UUID id, ApplicationKind kind, YearMonth month, ApplicationStatus status,
            Declaration declaration, boolean attested) {
        return new Application(id, UNIT, CASE, kind, Channel.E_SERVICE,
                month.atDay(1).minusDays(10).atTime(8, 54).atZone(java.time.ZoneId.of("Europe/Stockholm")).toInstant(),
                month.atDay(1).minusDays(10), null, month, status, declaration,
                List.of(new FormAnswer("Vilken månad söker du för?", month.toString()),
                        new FormAnswer("Har du barn som bor hos dig?", "Ja"),
                        new FormAnswer("Beskriv med egna ord varför du söker.",
                                "Jag har fått färre timmar på jobbet och lönen räcker inte till hyran och maten.")),
                attested, null, "{\"formatVersion\": 1, \"id\": \"" + id + "\"}");
    }

    private static JournalNote note(int n, String at, LocalDate on, Staff author, NoteKind kind, String text,
            @org.jspecify.annotations.Nullable UUID corrects) {
        return new JournalNote(id(n), UNIT, CASE, Instant.parse(at), on, author.id(), kind, text, corrects);
    }
}
