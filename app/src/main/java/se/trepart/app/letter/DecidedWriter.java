package se.trepart.app.letter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.app.letter.LetterPage.Sums;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.model.access.Staff;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.Outcome;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.DecisionLetter.ItemOutcome;
import se.trepart.model.letter.LetterKind;

import org.jspecify.annotations.Nullable;

/** What a letter about one decision says (beslutsbrev): outcomes, reasons, sums, law and appeal in the words of a letter. */
final class DecidedWriter {

    private final LetterWords words;
    private final Occasion occasion;
    private final Decision decision;
    private final DecisionLetter facts;
    private final @Nullable CalculationRows rows;

    /** @param rows null for a decision without a calculation */
    DecidedWriter(LetterWords words, Occasion occasion, Decision decision, DecisionLetter facts, @Nullable CalculationRows rows) {
        this.words = words;
        this.occasion = occasion;
        this.decision = decision;
        this.facts = facts;
        this.rows = rows;
    }

    /** @param decider who made it; null while it is not made */
    LetterBody.Decided body(@Nullable Staff decider) {
        boolean toCourt = facts.appeal().lastDay() != null;
        List<ItemOutcome> second = facts.secondDecision();
        return new LetterBody.Decided(LetterWords.kronor(facts.granted()), together(), facts.children().size(),
                LetterWords.paragraphs(facts.childEffect()), sums(), refusals(), second.stream().map(this::refusal).toList(),
                facts.emergencyDecision().stream().map(this::refusal).toList(), payment(),
                facts.kind() == LetterKind.GRANTED ? "" : material(facts.communication()), words.laws(facts.laws()),
                facts.decidedAs() == null ? "" : words.decidedBy(occasion, decider, facts.decidedAs()),
                facts.decidedOn() == null ? "" : LetterWords.day(facts.decidedOn()),
                facts.decidedAs() == null ? "" : words.of("right." + facts.decidedAs().name()), facts.appeal().ways(),
                toCourt ? LetterWords.day(facts.appeal().receivedOn()) : "",
                Optional.ofNullable(facts.appeal().lastDay()).map(LetterWords::day).orElse(""));
    }

    /** The reasons as they are typed in the letter; those of the decision where nothing is. */
    List<String> why() {
        return Stream.of(occasion.letter().why(), facts.reasons())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(LetterWords::paragraphs)
                .orElseGet(() -> facts.items()
                        .stream()
                        .filter(DecidedWriter::support)
                        .flatMap(i -> Stream.concat(LetterWords.paragraphs(i.reason()).stream(),
                                LetterWords.paragraphs(i.ownWords()).stream()))
                        .toList());
    }

    private String together() {
        return occasion.household()
                .adults()
                .stream()
                .filter(adult -> !adult.id().equals(occasion.letter().recipientId()))
                .map(adult -> adult.person().name())
                .findFirst()
                .orElse("");
    }

    /** A no for another reason than money has no sums: a table that ends in what is lacking would seem to promise it. */
    private List<Sums> sums() {
        boolean misleads = facts.kind() == LetterKind.REFUSED && facts.result().negative();
        return rows == null || misleads ? List.of() : List.of(rows.sums());
    }

    /** What the letter says no to. That the whole is less because a cost is, is told at the cost. */
    private List<Refusal> refusals() {
        List<ItemOutcome> later = Stream.concat(facts.secondDecision().stream(), facts.emergencyDecision().stream()).toList();
        List<ItemOutcome> first = facts.refusals().stream().filter(item -> !later.contains(item)).toList();
        boolean costRefused = facts.refusals().stream().anyMatch(item -> !support(item));
        return first.stream()
                .filter(item -> !support(item) || facts.kind() == LetterKind.PARTLY && !(costRefused && item.ownWords().isBlank()))
                .map(this::refusal)
                .filter(refusal -> facts.kind() == LetterKind.PARTLY || !refusal.unexplained())
                .toList();
    }

    private Refusal refusal(ItemOutcome item) {
        String what = rows == null ? words.of("cost." + item.code()) : rows.cost(item.code(), decision.item(item.itemId()).sourceId());
        return new Refusal(what, answer(item), LetterWords.paragraphs(item.reason()), LetterWords.paragraphs(item.ownWords()));
    }

    private String answer(ItemOutcome item) {
        String granted = LetterWords.kronor(item.granted());
        String answer = item.outcome() == Outcome.REFUSED
                ? words.of("answer.nothing")
                : words.of(item.outcome() == Outcome.PARTLY ? "answer.part" : "answer.all", granted);
        return item.applied().positive() ? words.of("answer.applied", LetterWords.kronor(item.applied()), answer) : answer;
    }

    private static boolean support(ItemOutcome item) {
        return item.code().equals(DecisionItem.SUPPORT);
    }

    private String payment() {
        boolean toAccount = facts.granted().positive() && occasion.household()
                .adults()
                .stream()
                .anyMatch(adult -> adult.id().equals(occasion.letter().recipientId()) && adult.account() != null);
        return toAccount ? words.of("payment.account") : "";
    }

    private String material(@Nullable Communication communication) {
        if (communication == null || communication.sentOn() == null) {
            return "";
        }
        return words.of(communication.answer().isBlank() ? "material.unanswered" : "material.answered",
                LetterWords.day(communication.sentOn()));
    }
}
