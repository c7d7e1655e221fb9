package se.trepart.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;
import se.trepart.model.Money;
import se.trepart.model.access.ReadEvent;
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
import se.trepart.model.application.Planning;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.BankAccount;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.casefile.ResidenceExtent;
import se.trepart.model.control.Municipality;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.decision.HandOver;
import se.trepart.model.investigation.CheckItem;
import se.trepart.model.investigation.ChecklistStep;
import se.trepart.model.investigation.ChecklistTemplate;
import se.trepart.model.investigation.ChildAssessment;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.LongTermReview;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterPrint;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.letter.Upkeep;
import se.trepart.model.merge.Conflict;
import se.trepart.model.norm.Calculation;
import se.trepart.model.norm.CalculationLine;
import se.trepart.model.norm.LineKind;
import se.trepart.model.person.Address;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** One document of every type, with every field filled in. The person is one of Skatteverket's test persons. */
final class Samples {

    static final UUID UNIT = id(1);
    static final UUID CASE = id(2);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOON = Instant.parse("2026-11-16T11:00:00.125Z");
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private Samples() {}

    static UUID id(int n) {
        return new UUID(0x0190_0000_0000_7000L + n, 0x8000_0000_0000_0000L + n);
    }

    static Document of(DocumentType type) {
        return switch (type) {
            case HOUSEHOLD -> new Household(id(3), UNIT, CASE, MaritalStatus.COHABITING, List.of(adult()), List.of(child()), 0, DAY);
            case CASE_FILE -> new CaseFile(CASE, UNIT, "2026-00417", id(9), Phase.CLOSED, DAY, DAY, DAY, "WORK");
            case APPLICATION -> application();
            case COMPLETION_REQUEST -> new CompletionRequest(id(12), UNIT, CASE, id(10),
                    List.of(new CompletionRequest.MissingPaper(id(13), "Hyresavi för november", DAY)), DAY, id(9), DAY,
                    "Annars beslutar vi på det vi har.");
            case INVESTIGATION -> new Investigation(id(14), UNIT, CASE, id(10), id(15), DAY,
                    List.of(new CheckItem(id(16), "bank", CheckItem.CheckState.DONE, "Inga tillgångar", "Behov finns", "Ingen", "", id(9),
                            DAY)),
                    List.of(new ChildAssessment(id(17), id(5), "Samtal med Åsa", "Egen säng", "Bifall")),
                    new LongTermReview("Bra", "Varje vecka", "God", "Fotboll", "Nej"), DAY, id(9));
            case CALCULATION -> new Calculation(id(18), UNIT, CASE, id(10), DECEMBER, DAY, id(9),
                    List.of(new CalculationLine(id(19), LineKind.COST, id(4), id(11), "RENT", Money.kronor(7200), Money.kronor(7000),
                            "Över skälig nivå", Money.kronor(7200), 1, 1, "R9", "SUPPORT", false)),
                    true);
            case DECISION -> decision();
            case LETTER ->
                new Letter(id(22), UNIT, CASE, id(20), LetterKind.GRANTED, DAY, id(9), id(4), "beslut-1", "Du har rätt till bistånd.",
                        "Du behöver inte göra något.", id(8), new Sending(Sending.Way.POST, DAY, id(9)), "ab12", null);
            case LETTER_PRINT ->
                new LetterPrint(id(40), UNIT, CASE, id(22), NOON, DAY, id(9), "Kontoret våning 2", List.of(1), List.of(2, 3));
            case LETTER_DELIVERED -> new LetterDelivered(id(42), UNIT, CASE, id(22), LetterDelivered.How.RECEIPT, DAY, id(9), NOON);
            case SENT_PAPER -> new SentPaper(id(43), UNIT, CASE, id(44), SentPaper.Kind.MEETING_INVITATION, id(4),
                    new Sending(Sending.Way.POST, DAY, id(9)), "cd34");
            case JOURNAL_NOTE -> new JournalNote(id(23), UNIT, CASE, NOON, DAY, id(9), JournalNote.NoteKind.PHONE,
                    "Ringde om hyran.\nÅterkommer \"snart\".", id(24));
            case READ_EVENT -> new ReadEvent(id(30), UNIT, CASE, id(9), NOON, "Vikarierar för Åsa", "CASE_FILE");
            case CONFLICT -> new Conflict(id(25), UNIT, CASE, "CASE_FILE", CASE, null, id(26), 3, 4, id(8), null, id(9), NOON,
                    List.of(new Conflict.ConflictField(id(27), "phase", "\"INTAKE\"", "\"RUNNING\"", "\"CLOSED\"", "\"RUNNING\"",
                            "Avslutades inte")),
                    "LOCKED", id(8), NOON);
            case STAFF -> new Staff(id(9), Unit.MUNICIPALITY, "anna", "Anna Öberg", "Socialsekreterare", "0910-12 34 56",
                    List.of(Role.CASEWORKER), List.of(UNIT), List.of(CASE), true, DAY);
            case UNIT -> new Unit(UNIT, Unit.MUNICIPALITY, "Löpande", Unit.UnitKind.RUNNING, DAY);
            case CHECKLIST_TEMPLATE -> new ChecklistTemplate(id(15), Unit.MUNICIPALITY, "Nyansökan", 1, ApplicationKind.NEW, "Enhetschef",
                    DAY, DAY, List.of(new ChecklistStep(id(28), "bank", "Finns tillgångar?", "Se kontoutdrag", "Bank", true, 3,
                            ChecklistStep.AppliesTo.ALL, Role.TEAM_LEAD)));
            case SETTINGS -> new Settings(id(29), Unit.MUNICIPALITY, DAY, 3, 15, 3, 10, 20, 30, Money.kronor(58800), 14, 14, 3,
                    Money.kronor(6000), Money.kronor(900), 14, new Municipality("Ådals kommun", "Socialnämnden", "Förvaltningsrätten",
                            "Storgatan 1", "872 30", "Ådal", "0612-80000", "social@example.se", "example.se", "9–11", null));
            case LETTER_TEMPLATE ->
                new LetterTemplate(id(90), Unit.MUNICIPALITY, LetterKind.GRANTED, 2, "<p>{{ d.amount }}</p>\n", DAY, upkeep());
            case PHRASE -> new Phrase(id(92), Unit.MUNICIPALITY, id(91), 2, "Billigare bostad", "Leta efter en billigare bostad.",
                    List.of(LetterKind.PARTLY, LetterKind.REFUSED), Phrase.Place.WHAT_NOW, DAY, upkeep());
            default -> PlanSamples.of(type);
        };
    }

    private static Upkeep upkeep() {
        return new Upkeep("Enhetschef", DAY, DAY.plusYears(1), DAY, DAY.plusMonths(2));
    }

    private static Adult adult() {
        return new Adult(id(4), AdultRole.APPLICANT, person("199001252387"), true, new BankAccount("6000", "123456789"));
    }

    private static Child child() {
        return new Child(id(5), person("202101042386"), ResidenceExtent.OTHER, 10, true, false, "Björkskolan");
    }

    private static Person person(String number) {
        return new Person(new PersonalNumber(number), "Åsa", "Öberg", new Address("Storgatan 1", "872 30", "Ådal"), "asa@example.se",
                "070-174 06 05", Protection.NONE, "arabiska");
    }

    private static Application application() {
        Declaration declaration = new Declaration(MaritalStatus.SINGLE, List.of(adult()), List.of(child()), 2,
                new Housing(HousingForm.RENTAL, 2, 3),
                List.of(new AppliedCost(id(11), CostType.RENT, new Money(720_050), "Hyra december", "Hyresvärden")),
                List.of(new Income(id(30), IncomeType.SALARY, new Money(150_000), DAY, id(4), "Lönespecifikation"),
                        new Income(id(31), IncomeType.SWISH_DEPOSITS, new Money(-1), null, id(4), "Ansökan")),
                List.of(new Planning(id(32), id(4), Planning.PlanningKind.SFI, "Kurs C")),
                List.of(new JobApplication(id(33), id(4), DAY, "Lokalvårdare", "Kommunen, Ådal")),
                List.of(new OtherDeclaration(id(34), OtherDeclaration.DeclarationKind.ASSET, "Bil")));
        return new Application(id(10), UNIT, CASE, ApplicationKind.RENEWAL, Channel.E_SERVICE, NOON, DAY, id(9), DECEMBER,
                ApplicationStatus.INVESTIGATED, declaration, List.of(new FormAnswer("Har du sökt arbete?", "Ja")), true, NOON,
                "{\"a\":\"å\"}");
    }

    private static Decision decision() {
        return new Decision(id(20), UNIT, CASE, id(10), id(18), DecisionKind.AID, DecisionStatus.MADE, DECEMBER, DAY, id(9),
                List.of(new DecisionItem(id(21), id(11), "RENT", DecisionMatter.SUPPORT, Money.kronor(7200), Money.kronor(7000), "OVER",
                        "Hyran är för hög.")),
                "Du saknar pengar till hyran.", "Barnen bor kvar.", new Communication(DAY, DAY, "Kontoutdrag", "Inget svar", ""),
                List.of(new HandOver(id(35), HandOver.Step.SENT, id(9), NOON, "Klart")), id(8), Role.TEAM_LEAD, DAY, id(36));
    }
}
