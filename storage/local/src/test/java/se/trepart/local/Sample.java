package se.trepart.local;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.local.signin.Session;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.AdultRole;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.casefile.JournalNote.NoteKind;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.person.Person;
import se.trepart.model.person.PersonalNumber;
import se.trepart.model.person.Protection;

/** Documents to test with; names and letter-form numbers of nobody. */
public final class Sample {

    public static final Supplier<UUID> IDS = new Ids();
    public static final UUID UNIT = IDS.get();
    public static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private Sample() {}

    public static CaseFile caseFile(String number) {
        return new CaseFile(IDS.get(), UNIT, number, null, Phase.INTAKE, DAY, DAY, null, null);
    }

    public static CaseFile handedTo(CaseFile file, UUID responsible) {
        return new CaseFile(file.id(), file.unitId(), file.number(), responsible, file.phase(), file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }

    public static CaseFile running(CaseFile file) {
        return new CaseFile(file.id(), file.unitId(), file.number(), file.responsible(), Phase.RUNNING, file.openedOn(), file.phaseSince(),
                file.closedOn(), file.closingReason());
    }

    public static Household household(UUID caseId, Person... adults) {
        List<Adult> members = new java.util.ArrayList<>();
        for (Person person : adults) {
            members.add(new Adult(IDS.get(), members.isEmpty() ? AdultRole.APPLICANT : AdultRole.CO_APPLICANT, person, false, null));
        }
        return new Household(IDS.get(), UNIT, caseId, members.size() > 1 ? MaritalStatus.COHABITING : MaritalStatus.SINGLE, members,
                List.of(), 0, DAY);
    }

    public static Person person(String number, String firstName, String lastName, Protection protection) {
        return new Person(new PersonalNumber(number), firstName, lastName, null, "", "", protection, null);
    }

    public static JournalNote note(UUID caseId, String text) {
        return new JournalNote(IDS.get(), UNIT, caseId, Instant.parse("2026-11-02T09:00:00Z"), DAY, UNIT, NoteKind.PHONE, text, null);
    }

    public static Decision decision(UUID caseId, String reasons) {
        return new Decision(IDS.get(), UNIT, caseId, caseId, null, DecisionKind.values()[0], DecisionStatus.values()[0],
                YearMonth.of(2026, 11), DAY, UNIT, List.of(), reasons, "", null, List.of(), null, null, null, null);
    }

    public static Decision withReasons(Decision decision, String reasons) {
        return new Decision(decision.id(), decision.unitId(), decision.caseId(), decision.applicationId(), null, decision.kind(),
                decision.status(), decision.period(), decision.preparedOn(), decision.preparedBy(), List.of(), reasons, "", null, List.of(),
                null, null, null, null);
    }

    public static Session session(UUID... protectedCases) {
        Staff staff = new Staff(IDS.get(), Unit.MUNICIPALITY, "anna", "Anna Ek", "", "", List.of(Role.CASEWORKER), List.of(UNIT),
                List.of(protectedCases), true, DAY);
        UUID device = IDS.get();
        return new Session() {
            @Override
            public Staff staff() {
                return staff;
            }

            @Override
            public UUID device() {
                return device;
            }

            @Override
            public String token() {
                return "token";
            }
        };
    }
}
