package se.trepart.model.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.casefile.Household;
import se.trepart.model.meeting.MeetingNotes.Part;
import se.trepart.model.meeting.Participant.Answer;
import se.trepart.model.meeting.TripartiteMeeting.Status;
import se.trepart.model.merge.Locking;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TripartiteMeetingTest {

    private static final LocalDate TODAY = Sample.TODAY;
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final MeetingTime TIME = time(LocalDate.of(2026, 11, 30));

    @Test
    void allThreeAreCalledAndToldWhy() {
        List<Participant> two = people().subList(0, 2);
        assertThatThrownBy(() -> TripartiteMeeting.call(Sample.id("m"), Sample.UNIT, Sample.CASE, Sample.id("amina"), null, TIME, "start",
                two, Sample.id("karin"), TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TripartiteMeeting.call(Sample.id("m"), Sample.UNIT, Sample.CASE, Sample.id("amina"), null, TIME, " ",
                people(), Sample.id("karin"), TODAY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(called().status()).isEqualTo(Status.CALLED);
    }

    @Test
    void aNewTimeAsksEverybodyAnewAndKeepsTheOld() {
        TripartiteMeeting answered = called().answer(Sample.id("ola"), Answer.COMES, TODAY);
        TripartiteMeeting moved = answered.move(Sample.id("move"), time(LocalDate.of(2026, 12, 2)), "tolken kunde inte", Sample.id("karin"),
                TODAY);
        assertThat(answered.participant(Party.CONSULTANT)).map(Participant::answer).contains(Answer.COMES);
        assertThat(moved.participants()).extracting(Participant::answer).containsOnly(Answer.NONE);
        assertThat(moved.moves()).extracting(TripartiteMeeting.Move::from).containsExactly(TIME);
        assertThat(moved.on()).isEqualTo(LocalDate.of(2026, 12, 2));
    }

    @Test
    void aYesToAnotherTimeMovesTheMeetingAndAsksTheOthersAnew() {
        LocalDateTime other = LocalDate.of(2026, 12, 4).atTime(9, 0);
        TripartiteMeeting asked = called().answer(Sample.id("karin"), Answer.COMES, TODAY)
                .askFor(Sample.id("ola"), other, "jag är på kurs", Sample.id("ola"), TODAY);
        assertThat(asked.time()).isEqualTo(TIME);
        assertThat(asked.participant(Party.CONSULTANT).flatMap(Participant::proposal)).map(OtherTime::startsAt).contains(other);
        TripartiteMeeting moved = asked.agreeToTime(Sample.id("ola"), Sample.id("move"), Sample.id("karin"), TODAY);
        assertThat(moved.time()).isEqualTo(new MeetingTime(other, TIME.minutes(), TIME.place(), TIME.link()));
        assertThat(moved.moves()).singleElement().satisfies(move -> {
            assertThat(move.from()).isEqualTo(TIME);
            assertThat(move.why()).isEqualTo("jag är på kurs");
            assertThat(move.by()).isEqualTo(Sample.id("karin"));
        });
        assertThat(moved.participants()).extracting(Participant::answer).containsExactly(Answer.NONE, Answer.NONE, Answer.COMES);
        assertThat(moved.participants()).allMatch(participant -> participant.otherTime() == null);
    }

    @Test
    void aNoToAnotherTimeSaysWhyAndTheTimeStands() {
        TripartiteMeeting asked = called().askFor(Sample.id("ola"), TIME.startsAt().plusDays(1), "kurs", Sample.id("ola"), TODAY);
        assertThatThrownBy(() -> asked.refuseTime(Sample.id("ola"), " ")).isInstanceOf(IllegalArgumentException.class);
        TripartiteMeeting refused = asked.refuseTime(Sample.id("ola"), "tolken kan bara i dag");
        assertThat(refused.time()).isEqualTo(TIME);
        assertThat(refused.participant(Party.CONSULTANT)).hasValueSatisfying(ola -> {
            assertThat(ola.answer()).isEqualTo(Answer.OTHER_TIME);
            assertThat(ola.proposal()).isEmpty();
            assertThat(ola.otherTime()).extracting(OtherTime::refused).isEqualTo("tolken kan bara i dag");
        });
        for (String who : List.of("ola", "karin")) {
            assertThatThrownBy(() -> refused.agreeToTime(Sample.id(who), Sample.id("move"), Sample.id("karin"), TODAY)).as(who)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(refused.answer(Sample.id("ola"), Answer.COMES, TODAY).participant(Party.CONSULTANT)).map(Participant::otherTime)
                .isEmpty();
    }

    @Test
    void anotherTimeIsAnotherAndSaysWhy() {
        assertThatThrownBy(() -> called().askFor(Sample.id("ola"), TIME.startsAt(), "kurs", Sample.id("ola"), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> called().askFor(Sample.id("ola"), TIME.startsAt().plusDays(1), " ", Sample.id("ola"), TODAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                () -> called().cancel("sjuk").askFor(Sample.id("ola"), TIME.startsAt().plusDays(1), "kurs", Sample.id("ola"), TODAY))
                .isInstanceOf(MeetingLocked.class);
    }

    @Test
    void r34AnInvitationToAProtectedPersonIsConfirmedByAnotherAndAnewForANewTime() {
        Household hidden = Sample.household(Protection.MARKED);
        TripartiteMeeting meeting = called();
        assertThat(meeting.confirmationMissing(Sample.household(Protection.NONE))).isFalse();
        assertThat(meeting.confirmationMissing(hidden)).isTrue();
        assertThatThrownBy(() -> meeting.confirm(Sample.id("karin"))).as("who called").isInstanceOf(IllegalArgumentException.class);
        TripartiteMeeting read = meeting.confirm(Sample.id("leif"));
        assertThat(read.confirmationMissing(hidden)).isFalse();
        assertThat(read.confirmedBy()).contains(Sample.id("leif"));
        assertThat(read.answer(Sample.id("ola"), Answer.COMES, TODAY).confirmationMissing(hidden)).as("an answer changes no paper")
                .isFalse();

        MeetingTime later = time(LocalDate.of(2026, 12, 2));
        TripartiteMeeting moved = read.move(Sample.id("move"), later, "tolken", Sample.id("leif"), TODAY);
        assertThat(moved.confirmationMissing(hidden)).isTrue();
        assertThatThrownBy(() -> moved.confirm(Sample.id("leif"))).as("who moved").isInstanceOf(IllegalArgumentException.class);
        assertThat(moved.confirm(Sample.id("karin")).confirmationMissing(hidden)).isFalse();
        assertThat(moved.move(Sample.id("back"), TIME, "ändå", Sample.id("karin"), TODAY).confirmationMissing(hidden)).as("moved back")
                .isTrue();
    }

    @Test
    void r34WhoeverReadTheOldTimeHasNotReadANewOneThatAnotherSetAtTheSameTime() {
        TripartiteMeeting moved = called().move(Sample.id("move"), time(LocalDate.of(2026, 12, 2)), "tolken", Sample.id("karin"), TODAY);
        TripartiteMeeting both = new TripartiteMeeting(moved.id(), moved.unitId(), moved.caseId(), moved.memberId(), null, moved.time(),
                moved.purpose(), moved.calledBy(), moved.calledOn(), moved.participants(), moved.moves(), moved.notes(), null, null, null,
                null, "", called().confirm(Sample.id("leif")).confirmation());
        assertThat(both.confirmationMissing(Sample.household(Protection.MARKED))).isTrue();
    }

    @Test
    void isCancelledWithAReasonAndThenLeftAlone() {
        assertThatThrownBy(() -> called().cancel("")).isInstanceOf(IllegalArgumentException.class);
        TripartiteMeeting cancelled = called().cancel("Amina är sjuk");
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThatThrownBy(() -> cancelled.write(whole())).isInstanceOf(MeetingLocked.class);
    }

    @Test
    void r25IsNotFinishedWithoutANextDateAndATaskOrNothingForEachOfTheThree() {
        assertThatThrownBy(() -> called().finish(Sample.id("karin"), NOW)).isInstanceOfSatisfying(MeetingIncomplete.class,
                incomplete -> assertThat(incomplete.missing()).containsExactly(Part.FOR_APPLICANT, Part.FOR_CASEWORKER, Part.FOR_CONSULTANT,
                        Part.NEXT));
        assertThat(whole().missing()).isEmpty();
        MeetingNotes noDate = notes(Set.of(Party.CASEWORKER), null, "");
        assertThat(noDate.missing()).containsExactly(Part.NEXT);
        assertThat(notes(Set.of(Party.CASEWORKER), null, "flyttar från kommunen").missing()).isEmpty();
        assertThat(notes(Set.of(), LocalDate.of(2027, 1, 15), "").missing()).containsExactly(Part.FOR_CASEWORKER);
    }

    @Test
    void r25FinishedNotesAreLockedAndChangedByANewVersionWithAReason() {
        TripartiteMeeting finished = called().write(whole()).finish(Sample.id("karin"), NOW);
        assertThat(Locking.locked(finished)).isTrue();
        assertThatThrownBy(() -> finished.write(whole())).isInstanceOf(MeetingLocked.class);
        assertThatThrownBy(() -> finished.correct(Sample.id("v2"), " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> called().correct(Sample.id("v2"), "fel dag")).isInstanceOf(MeetingLocked.class);

        TripartiteMeeting again = finished.correct(Sample.id("v2"), "fel dag för praktiken");

        assertThat(again.status()).isEqualTo(Status.CALLED);
        assertThat(again.corrects()).isEqualTo(finished.id());
        assertThat(again.notes()).isEqualTo(finished.notes());
        TripartiteMeeting second = again.finish(Sample.id("karin"), NOW);
        assertThat(Meetings.held(List.of(finished, second))).containsExactly(second);
    }

    @Test
    void r25TheNextMeetingIsLaterThanThisOne() {
        TripartiteMeeting sameDay = called().write(notes(Set.of(Party.CASEWORKER), TIME.startsAt().toLocalDate(), ""));
        assertThat(sameDay.missing()).containsExactly(Part.NEXT);
        assertThatThrownBy(() -> sameDay.finish(Sample.id("karin"), NOW)).isInstanceOf(MeetingIncomplete.class);
    }

    @Test
    void aTaskTakesTheWordNothingAwayAndEmptyLinesAreNotKept() {
        MeetingNotes nothing = whole().nothing(Party.APPLICANT, true).nothing(Party.CASEWORKER, true);
        Agreement task = new Agreement(Sample.id("a3"), Party.CASEWORKER, "", null);
        MeetingNotes begun = nothing.agree(task).talkAbout(new MeetingNotes.AgendaItem(Sample.id("i"), " ", false));
        assertThat(begun.nothingFor()).containsExactly(Party.APPLICANT);
        assertThat(begun.missing()).containsExactly(Part.FOR_CASEWORKER);
        MeetingNotes agreed = begun.agree(new Agreement(task.id(), Party.CASEWORKER, "ringa vården", null));
        assertThat(agreed.agreements()).hasSize(3).extracting(Agreement::what).last().isEqualTo("ringa vården");
        MeetingNotes kept = called().write(begun.nothing(Party.CASEWORKER, true)).finish(Sample.id("karin"), NOW).notes();
        assertThat(kept.agreements()).extracting(Agreement::id).containsExactly(Sample.id("a1"), Sample.id("a2"));
        assertThat(kept.agenda()).isEmpty();
        assertThat(agreed.without(Sample.id("a1")).agreements()).extracting(Agreement::id)
                .containsExactly(Sample.id("a2"), Sample.id("a3"));
    }

    @Test
    void aDayForTheNextMeetingNeedsNoReasonForNone() {
        MeetingNotes none = whole().meetNext(null).noNext("flyttar");
        assertThat(none.missing()).isEmpty();
        assertThat(none.meetNext(LocalDate.of(2027, 2, 1)).noNextReason()).isEmpty();
    }

    @Test
    void r25ShowsEveryVersionAndListsTheNewestOnly() {
        TripartiteMeeting first = called().write(whole()).finish(Sample.id("karin"), NOW);
        TripartiteMeeting second = first.correct(Sample.id("v2"), "fel dag").finish(Sample.id("karin"), NOW.plusSeconds(60));
        TripartiteMeeting third = second.correct(Sample.id("v3"), "fel namn");
        TripartiteMeeting givenUp = second.correct(Sample.id("v4"), "fel ort").cancel("behövs inte");
        List<TripartiteMeeting> all = List.of(third, givenUp, second, first);
        assertThat(Meetings.versions(all, first)).containsExactly(first, second);
        assertThat(Meetings.versions(all, third)).containsExactly(first, second);
        assertThat(Meetings.current(all)).containsExactly(third, second);
        assertThat(Meetings.next(all, Sample.id("amina"), TIME.startsAt().toLocalDate())).isEmpty();
    }

    @Test
    void r21WhoHandlesTheCaseCalls() {
        assertThat(Role.values()).filteredOn(Meetings::mayCall).containsExactly(Role.CASEWORKER, Role.TEAM_LEAD, Role.UNIT_MANAGER);
        assertThat(called().concerns(Sample.id("ola"))).isTrue();
        assertThat(called().concerns(Sample.id("amina"))).isFalse();
    }

    @Test
    void beginsWhereTheLastOneEnded() {
        TripartiteMeeting finished = called().write(whole()).finish(Sample.id("karin"), NOW);
        TripartiteMeeting next = TripartiteMeeting.call(Sample.id("next"), Sample.UNIT, Sample.CASE, Sample.id("amina"), null,
                time(LocalDate.of(2027, 1, 15)), "följa upp", people(), Sample.id("karin"), TODAY);
        assertThat(Meetings.before(List.of(next, finished), next)).contains(finished);
        assertThat(Meetings.before(List.of(next, finished), finished)).isEmpty();
        assertThat(Meetings.next(List.of(next, finished), Sample.id("amina"), TODAY)).contains(next);
    }

    @Test
    void aSeriesKeepsTheHourAlsoWhenTheClocksChange() {
        List<MeetingTime> series = Meetings.series(time(LocalDate.of(2026, 10, 12)), 4, 3);
        assertThat(series).extracting(MeetingTime::startsAt)
                .containsExactly(LocalDateTime.of(2026, 10, 12, 10, 0), LocalDateTime.of(2026, 11, 9, 10, 0),
                        LocalDateTime.of(2026, 12, 7, 10, 0));
        assertThat(series.get(1).begins().toInstant()).isEqualTo(Instant.parse("2026-11-09T09:00:00Z"));
        assertThat(series.getFirst().begins().toInstant()).isEqualTo(Instant.parse("2026-10-12T08:00:00Z"));
    }

    private static MeetingTime time(LocalDate day) {
        return new MeetingTime(day.atTime(10, 0), 60, "Stadshuset, rum 4", "");
    }

    private static List<Participant> people() {
        return List.of(Participant.called(Sample.id("amina"), Party.APPLICANT, null, "Amina"),
                Participant.called(Sample.id("karin"), Party.CASEWORKER, Sample.id("karin"), "Karin"),
                Participant.called(Sample.id("ola"), Party.CONSULTANT, Sample.id("ola"), "Ola"));
    }

    private static TripartiteMeeting called() {
        return TripartiteMeeting.call(Sample.id("meeting"), Sample.UNIT, Sample.CASE, Sample.id("amina"), null, TIME, "planera praktiken",
                people(), Sample.id("karin"), TODAY);
    }

    private static MeetingNotes whole() {
        return notes(Set.of(Party.CASEWORKER), LocalDate.of(2027, 1, 15), "");
    }

    private static MeetingNotes notes(Set<Party> nothingFor, LocalDate nextOn, String reason) {
        return new MeetingNotes(List.of(), "Amina trivs i köket.", "Jag vill jobba i storkök.",
                List.of(new Agreement(Sample.id("a1"), Party.APPLICANT, "lämna cv", LocalDate.of(2026, 12, 10)),
                        new Agreement(Sample.id("a2"), Party.CONSULTANT, "ringa skolköket", null)),
                nothingFor, nextOn, reason);
    }
}
