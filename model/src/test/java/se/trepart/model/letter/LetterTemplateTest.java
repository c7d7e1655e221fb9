package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.letter.Upkeep.Fault;
import se.trepart.model.letter.Upkeep.State;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LetterTemplateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final UUID UNIT = new UUID(0, 1);
    private static final String SHIPPED = "2026-11-22.3";

    private static LetterTemplate draft(int id, LetterKind kind, List<LetterTemplate> all) {
        return LetterTemplate.draft(new UUID(0, id), UNIT, kind, "<p>Hej</p>", all, TODAY);
    }

    private static LetterTemplate decided(LetterTemplate draft) {
        return draft.keptBy("Enhetschefen", TODAY.minusDays(2), TODAY.plusYears(1));
    }

    @Test
    void R35_isPublishedOnlyWithOwnerDecisionAndNextReview() {
        LetterTemplate draft = draft(10, LetterKind.GRANTED, List.of());
        assertThat(draft.upkeep().faults(TODAY)).containsExactly(Fault.NO_OWNER, Fault.NOT_DECIDED, Fault.NO_REVIEW);
        assertThat(draft.keptBy("Chefen", TODAY.plusDays(1), TODAY).upkeep().faults(TODAY)).containsExactly(Fault.DECIDED_LATER,
                Fault.REVIEW_PAST);
        assertThatThrownBy(() -> draft.publish(TODAY)).isInstanceOf(IllegalStateException.class);
        assertThat(decided(draft).publish(TODAY).upkeep().state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatIsPublishedIsNeverChangedButReplacedByTheNextVersion() {
        LetterTemplate first = decided(draft(10, LetterKind.GRANTED, List.of())).publish(TODAY);
        assertThatThrownBy(() -> first.edit("annat")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> first.keptBy("Annan", TODAY, TODAY)).isInstanceOf(IllegalStateException.class);
        LetterTemplate second = draft(11, LetterKind.GRANTED, List.of(first));
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.upkeep()).isEqualTo(new Upkeep("Enhetschefen", null, null, null, null));
    }

    @Test
    void theNewestPublishedIsInForceFromItsDayAndForItsKindOnly() {
        LetterTemplate first = decided(draft(10, LetterKind.GRANTED, List.of())).publish(TODAY.minusDays(1));
        LetterTemplate second = decided(draft(11, LetterKind.GRANTED, List.of(first))).publish(TODAY.plusDays(5));
        LetterTemplate third = draft(12, LetterKind.GRANTED, List.of(first, second));
        List<LetterTemplate> all = List.of(third, first, second);
        assertThat(LetterTemplate.inForce(all, LetterKind.GRANTED, TODAY.minusDays(2))).isEmpty();
        assertThat(LetterTemplate.inForce(all, LetterKind.GRANTED, TODAY)).contains(first);
        assertThat(LetterTemplate.inForce(all, LetterKind.GRANTED, TODAY.plusDays(5))).contains(second);
        assertThat(LetterTemplate.inForce(all, LetterKind.REFUSED, TODAY.plusDays(5))).isEmpty();
    }

    @Test
    void whatIsWithdrawnLeavesTheKindToTheProgramAndAnOlderVersionDoesNotComeBack() {
        LetterTemplate first = decided(draft(10, LetterKind.GRANTED, List.of())).publish(TODAY);
        LetterTemplate second = decided(draft(11, LetterKind.GRANTED, List.of(first))).publish(TODAY).withdraw(TODAY.plusDays(3));
        List<LetterTemplate> all = List.of(first, second);
        assertThat(LetterTemplate.inForce(all, LetterKind.GRANTED, TODAY.plusDays(2))).contains(second);
        assertThat(LetterTemplate.inForce(all, LetterKind.GRANTED, TODAY.plusDays(3))).isEmpty();
        assertThatThrownBy(() -> draft(12, LetterKind.GRANTED, all).withdraw(TODAY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLettersVersionNamesItsTemplate() {
        LetterTemplate first = decided(draft(10, LetterKind.GRANTED, List.of())).publish(TODAY);
        LetterTemplate second = decided(draft(11, LetterKind.GRANTED, List.of(first))).publish(TODAY);
        List<LetterTemplate> all = List.of(first, second);
        assertThat(LetterTemplate.named(all, first.version(SHIPPED))).contains(first);
        assertThat(LetterTemplate.named(all, SHIPPED)).isEmpty();
        assertThat(LetterTemplate.ofMunicipality(SHIPPED)).isFalse();
        assertThat(first.version(SHIPPED)).startsWith(SHIPPED);
    }

    @Test
    void R35_reviewIsDueOnItsDayUntilSomebodyHasReadItAgain() {
        LetterTemplate published = decided(draft(10, LetterKind.GRANTED, List.of())).publish(TODAY);
        LocalDate review = TODAY.plusYears(1);
        assertThat(published.upkeep().reviewDue(review.minusDays(1))).isFalse();
        assertThat(published.upkeep().reviewDue(review)).isTrue();
        assertThat(published.withdraw(TODAY).upkeep().reviewDue(review)).isFalse();
        assertThat(published.reviewed(review.plusYears(1)).upkeep().reviewDue(review)).isFalse();
    }

    @Test
    void aPhraseIsOfferedInItsPlaceAndForItsKindsInItsNewestPublishedVersion() {
        Phrase draft = Phrase.draft(new UUID(0, 20), UNIT, TODAY)
                .edit("Billigare bostad", "Leta efter en billigare bostad.", List.of(LetterKind.PARTLY), Phrase.Place.WHAT_NOW)
                .keptBy("Enhetschefen", TODAY, TODAY.plusYears(1));
        Phrase first = draft.publish(TODAY);
        Phrase second = first.next(new UUID(0, 21), List.of(first), TODAY).edit("Billigare", "Hitta en bostad.", List.of(), first.place());
        List<Phrase> all = List.of(first, second);
        assertThat(second.number()).isEqualTo(2);
        assertThat(Phrase.inForce(List.of(draft), LetterKind.PARTLY, Phrase.Place.WHAT_NOW, TODAY)).isEmpty();
        assertThat(Phrase.inForce(all, LetterKind.PARTLY, Phrase.Place.WHAT_NOW, TODAY)).containsExactly(first);
        assertThat(Phrase.inForce(all, LetterKind.PARTLY, Phrase.Place.WHY, TODAY)).isEmpty();
        assertThat(Phrase.inForce(all, LetterKind.GRANTED, Phrase.Place.WHAT_NOW, TODAY)).isEmpty();
        Phrase newer = second.keptBy("Enhetschefen", TODAY, TODAY.plusYears(1)).publish(TODAY);
        assertThat(Phrase.inForce(List.of(first, newer), LetterKind.GRANTED, Phrase.Place.WHAT_NOW, TODAY)).containsExactly(newer);
        assertThat(Phrase.inForce(List.of(first, newer.withdraw(TODAY)), LetterKind.PARTLY, Phrase.Place.WHAT_NOW, TODAY)).isEmpty();
    }
}
