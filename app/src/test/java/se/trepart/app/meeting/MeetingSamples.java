package se.trepart.app.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.casefile.CaseSamples;
import se.trepart.model.Document;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.Adult;
import se.trepart.model.casefile.Household;
import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.person.Person;
import se.trepart.model.person.Protection;
import se.trepart.model.plan.Action;
import se.trepart.model.plan.ActionTerms;
import se.trepart.model.plan.Attendance;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Presence;

import org.jspecify.annotations.Nullable;

/** Amina's way to work: a plan, an action with attendance, a meeting held in October and one to come. All people are made up. */
final class MeetingSamples {

    static final UUID AMINA = CaseSamples.id(201);
    static final UUID TO_COME = CaseSamples.id(801);
    static final UUID HELD = CaseSamples.id(802);
    static final UUID LEAVE_CV = CaseSamples.id(811);
    static final UUID CALL_KITCHEN = CaseSamples.id(812);
    static final Staff OLA = new Staff(CaseSamples.id(14), Unit.MUNICIPALITY, "s14", "Ola Ek", "arbetsmarknadskonsulent", "0612-000 14",
            List.of(Role.CONSULTANT), List.of(Unit.MUNICIPALITY, CaseSamples.UNIT, CaseSamples.OTHER_UNIT), List.of(), true,
            CaseSamples.TODAY.minusYears(1));

    private MeetingSamples() {}

    /** Everybody and everything. */
    static List<Document> all() {
        List<Document> all = new ArrayList<>(CaseSamples.municipality());
        all.add(OLA);
        all.addAll(CaseSamples.amina());
        all.addAll(way());
        return all;
    }

    /** The same, with protected identity. */
    static List<Document> hidden() {
        return all().stream().map(document -> document instanceof Household household ? hidden(household) : document).toList();
    }

    private static Household hidden(Household open) {
        List<Adult> adults = open.adults().stream().map(MeetingSamples::hidden).toList();
        return new Household(open.id(), open.unitId(), open.caseId(), open.maritalStatus(), adults, open.children(), open.sharedHomeSize(),
                open.validFrom());
    }

    private static Adult hidden(Adult open) {
        Person person = open.person();
        return new Adult(open.id(), open.role(), new Person(person.number(), person.firstName(), person.lastName(), person.address(),
                person.email(), person.phone(), Protection.MARKED, person.interpreterLanguage()), open.jobStimulus(), open.account());
    }

    /** The person as one of those who handle it. */
    static Staff handler(Staff one) {
        return new Staff(one.id(), one.unitId(), one.subject(), one.name(), one.title(), one.phone(), one.roles(), one.units(),
                List.of(CaseSamples.CASE), one.active(), one.since());
    }

    static List<Document> way() {
        LocalDate today = CaseSamples.TODAY;
        Plan plan = new Plan(CaseSamples.id(821), CaseSamples.UNIT, CaseSamples.CASE, AMINA, OLA.id(), null,
                "Jag vill arbeta i ett storkök och försörja mig och mina barn själv.", List.of(), today.minusMonths(2), today.plusMonths(1),
                List.of(), null);
        Action kitchen = Action.begin(CaseSamples.id(822), plan, null,
                new ActionTerms("internship", "Björkskolans kök", OLA.id(), LocalDate.of(2026, 10, 26), LocalDate.of(2026, 12, 18), 24, ""),
                List.of());
        Action course = Action.begin(CaseSamples.id(823), plan, null,
                new ActionTerms("sfi", "Komvux", OLA.id(), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 1, 15), 15, ""), List.of());
        Instant now = CaseSamples.NOW;
        Attendance first = Attendance.of(kitchen, LocalDate.of(2026, 11, 9))
                .mark(LocalDate.of(2026, 11, 9), Presence.PRESENT, 360, 360, "", OLA.id(), now)
                .mark(LocalDate.of(2026, 11, 10), Presence.PRESENT, 360, 330, "", OLA.id(), now)
                .mark(LocalDate.of(2026, 11, 11), Presence.SICK_WITHOUT_CERTIFICATE, 360, 0, "", OLA.id(), now)
                .mark(LocalDate.of(2026, 11, 12), Presence.INVALID, 360, 0, "", OLA.id(), now);
        return List.of(plan, kitchen, course, first, held(), toCome());
    }

    /** On 19 October, with what was agreed. */
    static TripartiteMeeting held() {
        MeetingNotes notes = new MeetingNotes(List.of(new AgendaItem(CaseSamples.id(815), "Praktikplats", true)),
                "Amina trivs i köket och vill ha fler dagar. Vi pratade om barnomsorgen på morgonen.",
                "Jag vill jobba. Det svåra är att hinna lämna Leo på skolan.",
                List.of(new Agreement(LEAVE_CV, Party.APPLICANT, "Lämna cv till Ola", LocalDate.of(2026, 11, 2)),
                        new Agreement(CALL_KITCHEN, Party.CONSULTANT, "Ringa skolköket om fler dagar", null)),
                EnumSet.of(Party.CASEWORKER), LocalDate.of(2026, 12, 3), "");
        return call(HELD, LocalDateTime.of(2026, 10, 19, 10, 0)).write(notes)
                .finish(CaseSamples.KARIN.id(), Instant.parse("2026-10-19T09:10:00Z"));
    }

    static TripartiteMeeting toCome() {
        return call(TO_COME, LocalDateTime.of(2026, 12, 3, 13, 30));
    }

    static MeetingNotes whole() {
        return new MeetingNotes(List.of(), "", "", List.of(), Set.of(Party.APPLICANT, Party.CASEWORKER, Party.CONSULTANT),
                LocalDate.of(2027, 1, 14), "");
    }

    static TripartiteMeeting call(UUID id, LocalDateTime at) {
        return TripartiteMeeting.call(id, CaseSamples.UNIT, CaseSamples.CASE, AMINA, null,
                new MeetingTime(at, 60, "Stadshuset, Torget 1, rum 4", ""),
                "Vi går igenom hur praktiken i köket har gått.\nVi pratar om vad du vill göra efter jul.", participants(id),
                CaseSamples.KARIN.id(), LocalDate.of(2026, 10, 5));
    }

    private static List<Participant> participants(UUID id) {
        return List.of(participant(id, Party.APPLICANT, null, "Amina Öberg"),
                participant(id, Party.CASEWORKER, CaseSamples.KARIN.id(), CaseSamples.KARIN.name()),
                participant(id, Party.CONSULTANT, OLA.id(), OLA.name()), participant(id, Party.INTERPRETER, null, "Tolk, arabiska"));
    }

    /** In the order of the parties, as ids that are made one after the other are. */
    static UUID participantId(UUID meeting, Party party) {
        return new UUID(meeting.getMostSignificantBits(), meeting.getLeastSignificantBits() * 16 + 0x2000_0000L + party.ordinal());
    }

    private static Participant participant(UUID meeting, Party party, @Nullable UUID staffId, String name) {
        return Participant.called(participantId(meeting, party), party, staffId, name);
    }
}
