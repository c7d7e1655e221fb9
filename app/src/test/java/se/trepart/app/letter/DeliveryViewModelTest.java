package se.trepart.app.letter;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDesk;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.JournalEntry;
import se.trepart.app.casefile.JournalViewModel;
import se.trepart.app.casefile.OpenCase;
import se.trepart.app.decision.Decided;
import se.trepart.app.decision.DecisionViewModel;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDelivered;
import se.trepart.model.letter.LetterDelivered.How;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** R19: when the reader got a letter with a decision is noted, and the last day to appeal follows. */
class DeliveryViewModelTest {

    @TempDir
    private Path folder;
    private CaseDesk desk;
    private OpenCase openCase;
    private LetterViewModel letters;

    @BeforeEach
    void sendADismissal() {
        desk = new CaseDesk(folder, CaseSamples.KARIN).with(CaseSamples.municipality())
                .with(CaseSamples.amina())
                .with(Decided.november())
                .with(Decided.investigated());
        openCase = desk.open(CaseSamples.CASE);
        letters = new LetterViewModel(openCase, new LetterOffice(Rulebook.shipped()), Duration.ZERO);
        DecisionViewModel deciding = new DecisionViewModel(openCase, Rulebook.shipped());
        deciding.open();
        desk.dialogs.answer("Vi har inte fått din hyra.");
        deciding.dismiss();
        desk.dialogs.answer(true);
        deciding.decide();
        letters.open();
    }

    @AfterEach
    void close() {
        assertThat(desk.errors).isEmpty();
        assertThat(desk.dialogs.everythingAnswered()).isTrue();
        desk.close();
    }

    private DeliveryViewModel delivery() {
        Letter letter = letters.sheet().letter();
        return new DeliveryViewModel(openCase, letter, letter.sending());
    }

    private static void choose(DeliveryViewModel delivery, How how) {
        delivery.how().set(delivery.hows().stream().filter(one -> one.value() == how).findFirst().orElseThrow());
    }

    @Test
    void r19_thePresumedDayIsToldAsSuchUntilSomebodyNotesTheRealOne() {
        assertThat(letters.sheet().appeal())
                .isEqualTo("Sista dag att överklaga är den 18 december 2026, om brevet kommer fram den 27 november 2026.");
        assertThat(letters.sheet().deliverable()).as("not sent yet").isFalse();
        letters.markSent();
        assertThat(letters.sheet().deliverable()).isTrue();
        assertThat(letters.sheet().appeal())
                .isEqualTo("Sista dag att överklaga är den 18 december 2026, om brevet kom fram den 27 november 2026. "
                        + "Ingen har noterat när läsaren fick det.");

        DeliveryViewModel delivery = delivery();
        assertThat(delivery.ready()).as("nothing chosen beforehand").isFalse();
        choose(delivery, How.RECEIPT);
        delivery.on().set(CaseSamples.TODAY.minusDays(1));
        assertThat(delivery.fault()).isEqualTo("Dagen är före den dag brevet skickades");
        delivery.note();
        assertThat(desk.desk().documents().inCase(LetterDelivered.class, CaseSamples.CASE)).isEmpty();
        delivery.on().set(CaseSamples.TODAY);
        delivery.note();

        assertThat(letters.sheet().appeal()).isEqualTo("Sista dag att överklaga är den 14 december 2026. "
                + "Läsaren fick brevet den 22 november 2026. Kvitto (mottagningsbevis), noterat av Karin Berg.");
        JournalViewModel journal = new JournalViewModel(openCase);
        assertThat(journal.entries()).extracting(JournalEntry::what).contains("Läsaren fick brevet");
        journal.dispose();
    }

    @Test
    void r19_theDayThatFollowedFromAnotherWayIsNotLeftAsIfSomebodyHadSaidIt() {
        letters.markSent();
        DeliveryViewModel delivery = delivery();
        choose(delivery, How.SIMPLIFIED);
        choose(delivery, How.RECEIPT);
        assertThat(delivery.on().get()).isNull();
        delivery.on().set(CaseSamples.TODAY);
        choose(delivery, How.TOLD);
        assertThat(delivery.on().get()).as("what was typed stays").isEqualTo(CaseSamples.TODAY);
    }

    @Test
    void r19_aLetterIsNotMarkedAsSentOnADayThatCannotBe() {
        letters.sentOn().set(CaseSamples.TODAY.plusDays(1));
        assertThat(letters.hindrances()).extracting(LetterHindrance::text).containsExactly("Dagen då brevet skickas har inte kommit");
        letters.sentOn().set(CaseSamples.TODAY.minusDays(1));
        assertThat(letters.hindrances()).extracting(LetterHindrance::text).containsExactly("Brevet var inte skrivet den dagen");
        letters.markSent();
        assertThat(letters.sheet().letter().sending()).isNull();
        letters.sentOn().set(CaseSamples.TODAY);
        assertThat(letters.hindrances()).isEmpty();
    }

    @Test
    void r19_theDayOfSendingThatIsProposedIsTodayAlsoWhenTheProgramWasOpenOvernight() {
        desk.nextDay();
        letters.open();
        assertThat(letters.sentOn().get()).isEqualTo(CaseSamples.TODAY.plusDays(1));
    }

    @Test
    void r19_theDayOfASimplifiedDeliveryFollowsFromTheSending() {
        letters.markSent();
        DeliveryViewModel delivery = delivery();
        choose(delivery, How.SIMPLIFIED);
        assertThat(delivery.dayFollows()).isTrue();
        assertThat(delivery.on().get()).isEqualTo(CaseSamples.TODAY.plusDays(14));
        delivery.note();
        assertThat(List.of(letters.sheet().appeal()))
                .allMatch(words -> words.startsWith("Sista dag att överklaga är den 28 december 2026."));
    }
}
