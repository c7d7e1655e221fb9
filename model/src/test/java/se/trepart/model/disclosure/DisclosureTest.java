package se.trepart.model.disclosure;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import se.trepart.model.Document;
import se.trepart.model.Sample;
import se.trepart.model.access.ReadEvent;
import se.trepart.model.access.Role;
import se.trepart.model.application.Application;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.AppliedCost;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.Income;
import se.trepart.model.application.Planning;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.Child;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.disclosure.Disclosure.Proposal;
import se.trepart.model.investigation.Investigation;
import se.trepart.model.investigation.LongTermReview;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Representative;
import se.trepart.model.letter.Sending;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.letter.SentPaper;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.person.Person;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Plan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisclosureTest {

    private static final UUID AMINA = Sample.id("amina");
    private static final UUID SVEN = Sample.id("sven");
    private static final UUID KARIN = Sample.id("karin");
    private static final LocalDate DAY = Sample.TODAY;

    /** A couple; Sven as protected as told. */
    private static Household couple(Protection protection) {
        Adult amina = new Adult(AMINA, AdultRole.APPLICANT, Sample.person("Amina", "19880209T050", Protection.NONE), false, null);
        Adult sven = new Adult(SVEN, AdultRole.CO_APPLICANT, Sample.person("Sven", "19850209T051", protection), false, null);
        return new Household(Sample.id("household"), Sample.UNIT, Sample.CASE, MaritalStatus.COHABITING, List.of(amina, sven), List.of(), 0,
                DAY);
    }

    /** An application by somebody who is not of the household now. */
    private static Application applicationOf(Person one) {
        Application made = Sample.application(ApplicationKind.NEW);
        Declaration theirs = made.declaration();
        Declaration before = new Declaration(theirs.maritalStatus(),
                List.of(new Adult(Sample.id("gone"), AdultRole.APPLICANT, one, false, null)), List.of(), 0, theirs.housing(),
                theirs.costs(), theirs.incomes(), theirs.plannings(), theirs.jobApplications(), theirs.others());
        return new Application(made.id(), made.unitId(), made.caseId(), made.kind(), made.channel(), made.receivedAt(), made.registeredOn(),
                made.registeredBy(), made.period(), made.status(), before, made.answers(), made.attested(), made.attestedAt(), made.form());
    }

    private static Disclosure rules(Protection protection, Asker asker, UUID member, Set<Role> roles) {
        return Disclosure.of(couple(protection), all().values(), asker, member, roles);
    }

    private static Plan plan(UUID member) {
        return new Plan(Sample.id("plan" + member), Sample.UNIT, Sample.CASE, member, KARIN, null, "", List.of(), DAY, null, List.of(),
                null);
    }

    private static Letter letter(String name, UUID to, boolean sent) {
        return letter(name, LetterKind.GRANTED, to, sent, null, null);
    }

    private static Letter letter(String name, LetterKind kind, UUID to, boolean sent, UUID confirmedBy, LetterDetails details) {
        return new Letter(Sample.id(name), Sample.UNIT, Sample.CASE, Sample.id("made"), kind, DAY, KARIN, to, "1", "", "", confirmedBy,
                sent ? new Sending(Way.POST, DAY, KARIN) : null, sent ? "ab" : "", details);
    }

    private static Decision decision(String name, DecisionStatus status) {
        boolean made = status == DecisionStatus.MADE;
        return new Decision(Sample.id(name), Sample.UNIT, Sample.CASE, Sample.id("application"), Sample.id("calculation"), DecisionKind.AID,
                status, Sample.DECEMBER, DAY, KARIN, List.of(), "", "", null, List.of(), made ? KARIN : null, made ? Role.CASEWORKER : null,
                made ? DAY : null, null);
    }

    /** One of each that the rules tell apart, by the name used in the table. */
    private static Map<String, Document> all() {
        Map<String, Document> all = new TreeMap<>();
        all.put("household", couple(Protection.NONE));
        all.put("case", Sample.caseFile(Phase.RUNNING, KARIN, DAY));
        all.put("application", Sample.application(ApplicationKind.NEW));
        all.put("open investigation", new Investigation(Sample.id("open"), Sample.UNIT, Sample.CASE, Sample.id("application"),
                Sample.id("template"), DAY, List.of(), List.of(), null, null, null));
        all.put("investigation", new Investigation(Sample.id("done"), Sample.UNIT, Sample.CASE, Sample.id("application"),
                Sample.id("template"), DAY, List.of(), List.of(), null, DAY, KARIN));
        all.put("note",
                new JournalNote(Sample.id("note"), Sample.UNIT, Sample.CASE, Instant.EPOCH, DAY, KARIN, NoteKind.PHONE, "Ringde.", null));
        all.put("calculation", Sample.calculation());
        all.put("decision", decision("made", DecisionStatus.MADE));
        all.put("prepared decision", decision("prepared", DecisionStatus.PREPARED));
        all.put("letter", letter("letter", AMINA, true));
        all.put("draft letter", letter("draft", AMINA, false));
        all.put("other's letter", letter("svens", SVEN, true));
        all.put("other's own letter", letter("own", LetterKind.OWN, SVEN, true, null, null));
        all.put("other's referral copy", letter("copy", LetterKind.REFERRAL_COPY, SVEN, true, null, null));
        all.put("letter to who stands for the other",
                letter("trustee", LetterKind.GRANTED, SVEN, true, null, LetterDetails.NONE.representative(Representative.UNKNOWN)));
        all.put("letter that a second person read", letter("read", LetterKind.GRANTED, AMINA, true, KARIN, null));
        all.put("plan", plan(AMINA));
        all.put("other's plan", plan(SVEN));
        all.put("other's paper", new SentPaper(Sample.id("paper"), Sample.UNIT, Sample.CASE, Sample.id("plan"), SentPaper.Kind.PLAN, SVEN,
                new Sending(Way.POST, DAY, KARIN), "ab"));
        all.put("log", new ReadEvent(Sample.id("log"), Sample.UNIT, Sample.CASE, KARIN, Instant.EPOCH, "hjälper", "CASE_FILE"));
        return all;
    }

    private static Map<String, String> proposed(Disclosure rules) {
        Map<UUID, String> names = new TreeMap<>();
        all().forEach((name, document) -> names.put(document.id(), name));
        Map<String, String> proposed = new TreeMap<>();
        for (Proposal one : rules.propose(all().values())) {
            proposed.put(names.get(one.document().id()), one.omission() == null ? "in" : one.omission().name());
        }
        return proposed;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # document          | Amina asks   | the court    | somebody else | Amina, Sven protected | a consultant takes it out
            household           | in           | in           | SECRET        | in                    | in
            case                | in           | in           | SECRET        | in                    | in
            application         | in           | in           | SECRET        | in                    | OTHER_SIDE
            open investigation  | DRAFT        | DRAFT        | DRAFT         | DRAFT                 | OTHER_SIDE
            investigation       | in           | in           | SECRET        | in                    | OTHER_SIDE
            note                | in           | in           | SECRET        | in                    | OTHER_SIDE
            calculation         | in           | in           | SECRET        | in                    | OTHER_SIDE
            decision            | in           | in           | SECRET        | in                    | OTHER_SIDE
            prepared decision   | DRAFT        | DRAFT        | DRAFT         | DRAFT                 | OTHER_SIDE
            letter              | in           | in           | SECRET        | in                    | OTHER_SIDE
            draft letter        | DRAFT        | DRAFT        | DRAFT         | DRAFT                 | OTHER_SIDE
            other's letter      | in           | in           | SECRET        | PROTECTED             | OTHER_SIDE
            other's own letter  | OTHER_PERSON | in           | SECRET        | PROTECTED             | OTHER_SIDE
            other's referral copy | OTHER_PERSON | in         | SECRET        | PROTECTED             | OTHER_SIDE
            letter to who stands for the other | OTHER_PERSON | in | SECRET   | PROTECTED             | OTHER_SIDE
            plan                | in           | in           | SECRET        | in                    | in
            other's plan        | OTHER_PERSON | in           | SECRET        | OTHER_PERSON          | OTHER_PERSON
            other's paper       | OTHER_PERSON | in           | SECRET        | PROTECTED             | OTHER_PERSON
            log                 | OF_THE_PROGRAM | OF_THE_PROGRAM | OF_THE_PROGRAM | OF_THE_PROGRAM   | OF_THE_PROGRAM
            """, quoteCharacter = '`')
    void whoAsksDecidesWhatIsProposed(String document, String party, String court, String other, String hidden, String consultant) {
        Set<Role> karin = Set.of(Role.CASEWORKER);
        assertThat(proposed(rules(Protection.NONE, Asker.PARTY, AMINA, karin))).containsEntry(document, party);
        assertThat(proposed(rules(Protection.NONE, Asker.COURT, null, karin))).containsEntry(document, court);
        assertThat(proposed(rules(Protection.NONE, Asker.OTHER, null, karin))).containsEntry(document, other);
        assertThat(proposed(rules(Protection.MARKED, Asker.PARTY, AMINA, karin))).containsEntry(document, hidden);
        assertThat(proposed(rules(Protection.NONE, Asker.PARTY, AMINA, Set.of(Role.CONSULTANT)))).containsEntry(document, consultant);
    }

    @Test
    void r34_aPaperThatMayTellWhereSomebodyIsDoesNotGoToTheCourtUnread() {
        Disclosure court = rules(Protection.PROTECTED_REGISTRATION, Asker.COURT, null, Set.of(Role.CASEWORKER));
        assertThat(proposed(court)).containsEntry("letter", "PROTECTED")
                .containsEntry("other's paper", "PROTECTED")
                .as("without an address, for a second person has read it")
                .containsEntry("letter that a second person read", "in");
    }

    @Test
    void whatIsAboutTheTimeBeforeSomebodyCameToTheHouseholdIsNotTheirs() {
        Application before = applicationOf(Sample.person("Ulf", "19850209T051", Protection.NONE));
        Map<UUID, Omission> proposed = new HashMap<>();
        List<Document> file = List.of(before, Sample.calculation(), decision("made", DecisionStatus.MADE), letter("svens", SVEN, true));
        Disclosure.of(couple(Protection.NONE), file, Asker.PARTY, AMINA, Set.of(Role.CASEWORKER))
                .propose(file)
                .forEach(one -> proposed.put(one.document().id(), one.omission()));
        assertThat(proposed.values()).containsOnly(Omission.OTHER_PERSON);
    }

    @Test
    void r34_whoOnceWasProtectedInAnApplicationIsStillNotToldOf() {
        Application before = applicationOf(Sample.person("Eva", "19850209T051", Protection.MARKED));
        assertThat(Disclosure.of(couple(Protection.NONE), List.of(before), Asker.COURT, null, Set.of(Role.CASEWORKER)).hidden()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"note, true, true", "investigation, true, true", "calculation, true, true", "decision, true, true", "plan, true, true",
            "other's letter, true, true", "letter, false, true", "application, false, true", "household, false, false"})
    void whatSomebodyHasWrittenInOwnWordsIsToBeReadUnlessWhoAsksHasWrittenOrGotIt(String document, boolean party, boolean court) {
        UUID id = all().get(document).id();
        assertThat(rules(Protection.NONE, Asker.PARTY, AMINA, Set.of(Role.CASEWORKER)).propose(all().values()))
                .filteredOn(one -> one.document().id().equals(id))
                .extracting(Proposal::freeText)
                .containsExactly(party);
        assertThat(rules(Protection.NONE, Asker.COURT, null, Set.of(Role.CASEWORKER)).propose(all().values()))
                .filteredOn(one -> one.document().id().equals(id))
                .extracting(Proposal::freeText)
                .containsExactly(court);
    }

    @Test
    void aDocumentsDayInTheFileIsTheDayItCameToBe() {
        assertThat(Disclosure.day(decision("made", DecisionStatus.MADE))).as("not the month it is for").isEqualTo(DAY);
        assertThat(Disclosure.day(Sample.application(ApplicationKind.NEW))).as("when it came in").isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(Disclosure.day(new CompletionRequest(Sample.id("asked"), Sample.UNIT, Sample.CASE, Sample.id("application"), List.of(),
                DAY, KARIN, DAY.plusDays(10), ""))).as("not the last day to answer").isEqualTo(DAY);
    }

    @Test
    void aCalculationThatNoMadeDecisionRestsOnIsADraft() {
        Disclosure rules = rules(Protection.NONE, Asker.COURT, null, Set.of(Role.CASEWORKER));
        assertThat(rules.propose(List.of(Sample.calculation()))).extracting(Proposal::omission).containsExactly(Omission.DRAFT);
    }

    @Test
    void theFileIsInTheOrderOfReading() {
        Disclosure rules = rules(Protection.NONE, Asker.COURT, null, Set.of(Role.CASEWORKER));
        List<FilePart> parts = new ArrayList<>(
                rules.propose(all().values()).stream().map(one -> FilePart.of(one.document().documentType())).distinct().toList());
        assertThat(parts).containsExactly(FilePart.values());
    }

    @Test
    void aPersonJudgesAllButWhatIsNoDocumentOfTheFile() {
        assertThat(Disclosure.byJudgement()).noneMatch(Omission::always);
        assertThat(Arrays.stream(Omission.values()).filter(Omission::always)).containsExactly(Omission.OF_THE_PROGRAM, Omission.DRAFT,
                Omission.OTHER_SIDE);
        assertThat(Disclosure.mayTakeOut(List.of(Role.CONSULTANT, Role.CONTROLLER))).isFalse();
        assertThat(Disclosure.mayTakeOut(List.of(Role.CONTROLLER, Role.TEAM_LEAD))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Person, address", "Person, phone", "Person, email", "Child, school", "Adult, account", "Application, answers",
            "Declaration, jobApplications", "MeetingTime, place", "MeetingTime, link", "ActionTerms, place", "Income, source",
            "AppliedCost, recipientOrPeriod", "AppliedCost, specification", "Planning, description", "Representative, address",
            "LongTermReview, housing"})
    void r34_whatTellsWhereSomebodyIsIsLeftOutForAProtectedHousehold(String owner, String field) {
        Class<?> record = List
                .of(Person.class, Child.class, Adult.class, Application.class, Declaration.class, MeetingTime.class, ActionTerms.class,
                        Income.class, AppliedCost.class, Planning.class, Representative.class, LongTermReview.class)
                .stream()
                .filter(one -> one.getSimpleName().equals(owner))
                .findFirst()
                .orElseThrow();
        assertThat(Arrays.stream(record.getRecordComponents()).map(RecordComponent::getName)).contains(field);
        Set<Role> karin = Set.of(Role.CASEWORKER);
        assertThat(rules(Protection.UNKNOWN, Asker.PARTY, AMINA, karin).hides(record, field)).isTrue();
        assertThat(rules(Protection.NONE, Asker.PARTY, AMINA, karin).hides(record, field)).isFalse();
    }
}
