package se.trepart.model.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import se.trepart.model.Sample;
import se.trepart.model.access.Role;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.casefile.Household;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionKind;
import se.trepart.model.decision.DecisionStatus;
import se.trepart.model.letter.LetterDelivered.Fault;
import se.trepart.model.letter.LetterDelivered.How;
import se.trepart.model.letter.Sending.Way;
import se.trepart.model.letter.SentPaper.Kind;
import se.trepart.model.person.Protection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeliveryDayTest {

    private static final UUID KARIN = Sample.id("karin");
    /** a Monday; a refusal to try the application, which is appealed to the court */
    private static final LocalDate SENT = LocalDate.of(2026, 11, 23);
    private static final Decision DISMISSAL = new Decision(Sample.id("decision"), Sample.UNIT, Sample.CASE, Sample.id("application"), null,
            DecisionKind.DISMISSAL, DecisionStatus.MADE, Sample.DECEMBER, SENT, KARIN, List.of(), "Vi saknar hyran.", "", null, List.of(),
            KARIN, Role.CASEWORKER, SENT, null);

    private static Letter draft() {
        return Letter.write(Sample.id("letter"), Sample.application(ApplicationKind.NEW), LetterKind.DISMISSED, Sample.id("amina"), "1", "",
                "", KARIN, SENT);
    }

    private static Letter sent(Way way) {
        return draft().markSent(new Sending(way, SENT, KARIN), "ab", Sample.household());
    }

    private static LetterDelivered note(Letter letter, int minute, String words) {
        String[] parts = words.strip().split(" ");
        return LetterDelivered.note(Sample.id("note" + minute), letter, How.valueOf(parts[0]), LocalDate.parse(parts[1]), KARIN,
                Instant.ofEpochSecond(60L * minute), LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # sent        | noted, one after the other                | reached    | known | last day to appeal
            POST          | -                                         | 2026-11-26 | false | 2026-12-17
            E_SERVICE     | -                                         | 2026-11-26 | false | 2026-12-17
            HANDED_OVER   | -                                         | 2026-11-23 | true  | 2026-12-14
            POST          | RECEIPT 2026-11-25                        | 2026-11-25 | true  | 2026-12-16
            POST          | RECEIPT 2026-12-03                        | 2026-12-03 | true  | 2026-12-28
            POST          | TOLD 2026-12-05                           | 2026-12-05 | true  | 2026-12-28
            POST          | SIMPLIFIED 2026-11-24                     | 2026-12-07 | true  | 2026-12-28
            POST          | RECEIPT 2026-12-03; RECEIPT 2026-11-27    | 2026-11-27 | true  | 2026-12-18
            HANDED_OVER   | TOLD 2026-11-24                           | 2026-11-24 | true  | 2026-12-15
            """)
    void r19_theTimeToAppealRunsFromTheDayTheReaderGotTheLetter(Way way, String noted, LocalDate reached, boolean known, LocalDate last) {
        Letter letter = sent(way);
        List<LetterDelivered> all = new ArrayList<>();
        if (noted != null) {
            for (String one : noted.split(";")) {
                // the latest first: the order they are read in says nothing
                all.addFirst(note(letter, all.size(), one));
            }
        }
        DeliveryDay day = DeliveryDay.of(letter, all, Sample.settings()).orElseThrow();
        assertThat(day.on()).isEqualTo(reached);
        assertThat(day.known()).isEqualTo(known);
        assertThat(day.appeal(DISMISSAL).lastDay()).isEqualTo(last);
    }

    @Test
    void r19_whatIsNotedOfAnotherLetterSaysNothing() {
        Letter other = new Letter(Sample.id("other"), Sample.UNIT, Sample.CASE, Sample.id("decision"), LetterKind.DISMISSED, SENT, KARIN,
                Sample.id("sven"), "1", "", "", null, new Sending(Way.POST, SENT, KARIN), "ab", null);
        DeliveryDay day = DeliveryDay.of(sent(Way.POST), List.of(note(other, 1, "RECEIPT 2026-12-20")), Sample.settings()).orElseThrow();
        assertThat(day.known()).isFalse();
        assertThat(DeliveryDay.of(draft(), List.of(), Sample.settings())).as("not sent").isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            RECEIPT,     2026-11-22, BEFORE_SENDING
            RECEIPT,     2026-11-23, -
            TOLD,        2026-11-30, -
            HANDED_OVER, 2026-12-01, IN_FUTURE
            SIMPLIFIED,  2026-12-01, -
            """)
    void aDayIsOnOrAfterTheSendingAndHasCome(How how, LocalDate on, Fault fault) {
        LocalDate today = LocalDate.of(2026, 11, 30);
        assertThat(LetterDelivered.fault(new Sending(Way.POST, SENT, KARIN), how, on, today).orElse(null)).isEqualTo(fault);
        if (fault != null) {
            assertThatThrownBy(() -> LetterDelivered.note(Sample.id("note"), sent(Way.POST), how, on, KARIN, Instant.EPOCH, today))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void r34_whatNobodyElseHasReadIsHandedOverToAProtectedPerson() {
        Household hidden = Sample.household(Protection.MARKED);
        assertThat(SentPaper.ways(Kind.PLAN, hidden)).containsExactly(Way.HANDED_OVER);
        assertThat(SentPaper.ways(Kind.MEETING_INVITATION, hidden)).as("it has been read").containsExactly(Way.values());
        assertThat(SentPaper.ways(Kind.PLAN, Sample.household())).containsExactly(Way.values());
    }
}
