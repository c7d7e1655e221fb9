package se.trepart.installer.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.meeting.Agreement;
import se.trepart.model.meeting.AgreementResult;
import se.trepart.model.meeting.MeetingNotes;
import se.trepart.model.meeting.MeetingNotes.AgendaItem;
import se.trepart.model.meeting.MeetingTime;
import se.trepart.model.meeting.Participant;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.Party;
import se.trepart.model.meeting.TripartiteMeeting;
import se.trepart.model.plan.Plan;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** The tripartite meetings of one plan of the demo office: held, agreed, cancelled once, moved once, and the next one called (R25). */
final class DemoMeetings {

    private static final int WEEKS_BETWEEN = 9;
    /** what was agreed longer ago has been told of */
    private static final int WEEKS_KNOWN = 4;
    private static final int MINUTES = 45;
    private static final List<String> ROOMS = List.of("Rum Älven", "Rum Berget", "Jobbcentrum, rum 3");

    void live(DemoWay way, Referral referral, Plan plan, DemoSpell lastSpell) {
        List<LocalDate> held = new ArrayList<>();
        LocalDate last = Optional.ofNullable(plan.closedOn()).orElse(way.today().minusDays(1));
        // somebody nobody has heard of for long has not been to a meeting either
        LocalDate until = way.number() % 20 == 16 && plan.running() ? way.today().minusDays(26) : last;
        LocalDate first = way.working(referral.on(Referral.Status.ACCEPTED).orElseThrow().plusDays(6));
        for (LocalDate on = first; on.isBefore(until); on = on.plusWeeks(WEEKS_BETWEEN)) {
            held.add(on);
        }
        @Nullable
        LocalDate next = plan.running() ? next(way) : null;
        @Nullable
        TripartiteMeeting before = null;
        for (int i = 0; i < held.size(); i++) {
            @Nullable
            LocalDate following = i + 1 < held.size() ? held.get(i + 1) : next;
            results(way, before, held.get(i));
            before = held(way, held.get(i), following, i == 0);
            way.demo().put(before);
        }
        if (before != null && before.on().isBefore(way.today().minusWeeks(WEEKS_KNOWN))) {
            results(way, before, way.working(way.today().minusDays(2)));
        }
        coming(way, next);
    }

    private static @Nullable LocalDate next(DemoWay way) {
        LocalDate day = way.today().plusDays(1 + way.number() * 5L % 27);
        return way.worked(day) ? day : day.plusDays(2);
    }

    private static TripartiteMeeting call(DemoWay way, LocalDate on, String purpose) {
        UUID seriesId = way.number() % 6 == 0 ? UUID.nameUUIDFromBytes(way.member().toString().getBytes()) : null;
        List<Participant> who = new ArrayList<>(List.of(Participant.called(way.id(), Party.APPLICANT, null, way.name()),
                Participant.called(way.id(), Party.CASEWORKER, way.caseworker().id(), way.caseworker().name()),
                Participant.called(way.id(), Party.CONSULTANT, way.consultant().id(), way.consultant().name())));
        @Nullable
        String language = way.adult().person().interpreterLanguage();
        if (language != null) {
            who.add(Participant.called(way.id(), Party.INTERPRETER, null, "Tolk i " + language));
        }
        LocalDate calledOn = way.working(on.minusDays(12));
        return TripartiteMeeting.call(way.id(), way.file().unitId(), way.file().id(), way.member(), seriesId,
                new MeetingTime(on.atTime(9 + way.number() % 6, way.number() % 2 * 30), MINUTES, way.one(ROOMS),
                        way.number() % 5 == 3 ? "https://moten.example.se/trepart" : ""),
                purpose, who, way.caseworker().id(), calledOn.isAfter(on) ? on : calledOn);
    }

    private static TripartiteMeeting answered(DemoWay way, TripartiteMeeting meeting, Answer applicants) {
        TripartiteMeeting answered = meeting;
        for (Participant participant : meeting.participants()) {
            Answer answer = participant.party() == Party.APPLICANT ? applicants : Answer.COMES;
            answered = answered.answer(participant.id(), answer, way.working(meeting.calledOn().plusDays(3)));
        }
        return answered;
    }

    private static TripartiteMeeting held(DemoWay way, LocalDate on, @Nullable LocalDate next, boolean first) {
        TripartiteMeeting meeting = answered(way, call(way, on, first ? "Gå igenom planen tillsammans" : "Följa upp insatsen"),
                Answer.COMES);
        MeetingNotes notes = MeetingNotes.NONE.talkAbout(new AgendaItem(way.id(), first ? "Mål och plan" : "Hur det har gått", true))
                .talkAbout(new AgendaItem(way.id(), "Närvaro", true))
                .talkAbout(new AgendaItem(way.id(), "Nästa steg", true))
                .write(first
                        ? "Vi gick igenom planen och vad som händer de första veckorna."
                        : "Det går som planerat. Handledaren är nöjd och timmarna kan öka.")
                .say(way.one(List.of("Det känns bra att ha något att gå till.", "Jag vill jobba mer.", "Jag vill ha mer svenska.",
                        "Det är långt att resa.")))
                .agree(new Agreement(way.id(), Party.APPLICANT, "Kommer varje dag och ringer före åtta vid sjukdom", on.plusWeeks(4)))
                .agree(new Agreement(way.id(), Party.CONSULTANT, "Pratar med handledaren om fler timmar", on.plusWeeks(2)));
        notes = way.number() % 2 == 0
                ? notes.agree(new Agreement(way.id(), Party.CASEWORKER, "Ser över ersättningen för resor", on.plusWeeks(2)))
                : notes.nothing(Party.CASEWORKER, true);
        notes = next == null ? notes.noNext("Målet är nått eller planen avslutas.") : notes.meetNext(next);
        return meeting.write(notes).finish(way.consultant().id(), way.at(on, 16));
    }

    /** At a meeting it is said what became of what was agreed at the one before. */
    private static void results(DemoWay way, @Nullable TripartiteMeeting before, LocalDate on) {
        if (before == null) {
            return;
        }
        for (Agreement agreement : before.notes().agreements()) {
            boolean done = way.random().nextInt(5) > 0;
            way.demo()
                    .put(AgreementResult.of(before, agreement, done, done ? "" : "Hanns inte med. Tas upp igen.", way.consultant().id(),
                            on));
        }
    }

    private static TripartiteMeeting otherTime(DemoWay way, TripartiteMeeting called, LocalDate on) {
        Participant applicant = called.participant(Party.APPLICANT).orElseThrow();
        LocalDate other = on.plusDays(way.worked(on.plusDays(1)) ? 1 : 3);
        return called.askFor(applicant.id(), other.atTime(14, 0), "Jag har tid hos tandläkaren.", way.caseworker().id(),
                way.working(way.today()));
    }

    private static void coming(DemoWay way, @Nullable LocalDate next) {
        if (way.number() % 17 == 5) {
            // held the day before yesterday, and the notes are still to be finished
            LocalDate left = way.working(way.today().minusDays(2));
            way.demo().put(answered(way, call(way, left, "Följa upp insatsen"), Answer.COMES));
        }
        if (next == null || way.number() % 10 == 8) {
            return;
        }
        TripartiteMeeting called = call(way, next, "Följa upp insatsen");
        LocalDate today = way.working(way.today());
        way.demo().put(switch (way.number() % 8) {
            case 1 -> otherTime(way, answered(way, called, Answer.COMES), next);
            case 3 -> called.move(way.id(),
                    new MeetingTime(next.plusDays(way.worked(next.plusDays(1)) ? 1 : 3).atTime(13, 0), MINUTES, "Rum Älven", ""),
                    "Tolken kunde inte komma.", way.caseworker().id(), today);
            case 5 -> called;
            default -> answered(way, called, Answer.COMES);
        });
        if (way.number() % 19 == 4) {
            way.demo().put(call(way, next.plusDays(1), "Studiebesök tillsammans").cancel("Platsen tog inte emot den dagen."));
        }
    }
}
