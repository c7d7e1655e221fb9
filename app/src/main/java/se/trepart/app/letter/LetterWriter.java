package se.trepart.app.letter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.DecisionPart;
import se.trepart.app.letter.LetterPage.Law;
import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.app.letter.LetterPage.RequestPart;
import se.trepart.app.text.Formats;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionItem;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.Outcome;
import se.trepart.model.decision.Statute;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.DecisionLetter.ItemOutcome;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.norm.Calculation;

import org.jspecify.annotations.Nullable;

/** Turns the documents of a case into what a letter says ({@link LetterPage}): the words for amounts, days, costs, law and appeal. */
public final class LetterWriter {

    /**
     * What every letter is written from.
     *
     * @param writer the one who writes, and answers questions
     */
    public record Occasion(Letter letter, CaseFile caseFile, Household household, Application application, Settings settings,
            Staff writer) {}

    private static final Set<String> OF_APPEAL = Set.of(Statutes.APPEAL, Statutes.APPEAL_TIME, Statutes.LEGALITY);

    private final Statutes statutes;
    private final List<DecisionReason> reasons;
    private final LetterWords words = new LetterWords();

    public LetterWriter(Statutes statutes, List<DecisionReason> reasons) {
        this.statutes = statutes;
        this.reasons = List.copyOf(reasons);
    }

    /**
     * A letter about a decision on aid (beslutsbrev). What is missing shows in {@link LetterPage#missing()}: the decider while the decision
     * is not made.
     *
     * @param decider who made it; null while it is not made
     */
    public LetterPage decision(Occasion occasion, Decision decision, Calculation calculation, @Nullable Staff decider) {
        Letter letter = occasion.letter();
        LocalDate sentOn = letter.sending() == null ? letter.writtenOn() : letter.sending().on();
        DecisionLetter facts = DecisionLetter.of(decision, calculation, occasion.household(), occasion.caseFile(), occasion.settings(),
                statutes, reasons, sentOn);
        CalculationRows rows = new CalculationRows(words, calculation, occasion.household(), occasion.application());
        boolean toCourt = facts.appeal().lastDay() != null;
        DecisionPart part = new DecisionPart(LetterWords.kronor(facts.granted()), together(occasion), facts.children().size(),
                paragraphs(facts.childEffect()), misleads(facts) ? List.of() : List.of(rows.sums()), refusals(decision, facts, rows),
                payment(occasion, facts), facts.kind() == LetterKind.GRANTED ? "" : material(facts.communication()), laws(facts),
                decidedBy(facts, decider), facts.decidedOn() == null ? "" : LetterWords.day(facts.decidedOn()),
                facts.decidedAs() == null ? "" : words.of("right." + facts.decidedAs().name()), facts.appeal().ways(),
                toCourt ? LetterWords.day(facts.appeal().receivedOn()) : "",
                Optional.ofNullable(facts.appeal().lastDay()).map(LetterWords::day).orElse(""));
        return page(occasion, "file.decision", facts.period(), why(letter, facts), part, RequestPart.NONE);
    }

    /** A request for what is missing in an application (begäran om komplettering). */
    public LetterPage request(Occasion occasion, CompletionRequest request) {
        RequestPart part = new RequestPart(
                request.missing().stream().filter(p -> p.receivedOn() == null).map(CompletionRequest.MissingPaper::what).toList(),
                LetterWords.day(request.dueOn()), request.consequence());
        return page(occasion, "file.request", occasion.application().period(), paragraphs(occasion.letter().why()), DecisionPart.NONE,
                part);
    }

    /** What the one who posts the letter must know; empty for most (R34). */
    public Optional<String> postingHint(LetterPage page) {
        return page.recipient().protectedIdentity() ? Optional.of(words.of("posting.protected")) : Optional.empty();
    }

    private LetterPage page(Occasion occasion, String file, YearMonth period, List<String> why, DecisionPart decision,
            RequestPart request) {
        Letter letter = occasion.letter();
        String number = occasion.caseFile().number();
        String fileName = words.of(file) + "-" + number.replaceAll("[^0-9A-Za-z-]", "") + "-" + period + ".pdf";
        LetterHead head = LetterHead.of(occasion.caseFile(), occasion.household(), letter.recipientId(), occasion.settings().municipality(),
                occasion.writer(), letter.writtenOn());
        return new LetterPage(letter.kind(), letter.templateVersion(), fileName, head.writtenOn(), head.date(), number, head.sender(),
                head.recipient(), head.contact(), month(period), month(period.plusMonths(1)), why, paragraphs(letter.whatNow()), decision,
                request);
    }

    private static String together(Occasion occasion) {
        return occasion.household()
                .adults()
                .stream()
                .filter(adult -> !adult.id().equals(occasion.letter().recipientId()))
                .map(adult -> adult.person().name())
                .findFirst()
                .orElse("");
    }

    private static List<String> why(Letter letter, DecisionLetter facts) {
        return Stream.of(letter.why(), facts.reasons())
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(LetterWriter::paragraphs)
                .orElseGet(() -> facts.items().stream().filter(LetterWriter::support).flatMap(i -> why(i).stream()).toList());
    }

    private static List<String> why(ItemOutcome item) {
        return Stream.concat(paragraphs(item.reason()).stream(), paragraphs(item.ownWords()).stream()).toList();
    }

    private static boolean support(ItemOutcome item) {
        return item.code().equals(DecisionItem.SUPPORT);
    }

    /** What the letter says no to. That the whole is less because a cost is, is told at the cost. */
    private List<Refusal> refusals(Decision decision, DecisionLetter facts, CalculationRows rows) {
        boolean costRefused = facts.refusals().stream().anyMatch(item -> !support(item));
        return facts.refusals()
                .stream()
                .filter(item -> !support(item) || facts.kind() == LetterKind.PARTLY && !(costRefused && item.ownWords().isBlank()))
                .filter(item -> facts.kind() == LetterKind.PARTLY || !why(item).isEmpty())
                .map(item -> new Refusal(rows.cost(item.code(), decision.item(item.itemId()).sourceId()),
                        item.applied().positive() ? LetterWords.kronor(item.applied()) : "",
                        item.outcome() == Outcome.PARTLY ? LetterWords.kronor(item.granted()) : "", why(item), ""))
                .toList();
    }

    /** A no for another reason than money: sums that end in what is lacking would seem to promise it. */
    private static boolean misleads(DecisionLetter facts) {
        return facts.kind() == LetterKind.REFUSED && facts.result().negative();
    }

    private String payment(Occasion occasion, DecisionLetter facts) {
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

    /** The grounds of the decision, sections that say the same told once; how it is appealed has a part of its own. */
    private List<Law> laws(DecisionLetter facts) {
        Map<String, String> cited = new LinkedHashMap<>();
        for (Statute law : facts.laws()) {
            if (!law.words().isBlank() && !OF_APPEAL.contains(law.matter())) {
                String before = cited.get(law.words());
                cited.put(law.words(), before == null ? cited(law.cited()) : words.of("laws", before, cited(law.cited())));
            }
        }
        return cited.entrySet().stream().map(law -> new Law(law.getValue(), law.getKey())).toList();
    }

    /** Written out, and not parted at the end of a line. */
    private static String cited(String citation) {
        return citation.replace(" kap. ", LetterWords.NO_BREAK + "kapitlet" + LetterWords.NO_BREAK)
                .replaceAll(" (§+)", LetterWords.NO_BREAK + "$1");
    }

    private String decidedBy(DecisionLetter facts, @Nullable Staff decider) {
        if (facts.decidedAs() == Role.COMMITTEE) {
            return words.of("decider.committee");
        }
        if (decider == null) {
            return "";
        }
        return decider.title().isBlank() ? decider.name() : words.of("decider", decider.name(), decider.title().toLowerCase(Locale.ROOT));
    }

    /** {@code november 2026}, never parted: it ends the heading. */
    private static String month(YearMonth month) {
        return Formats.month(month).replace(' ', LetterWords.NO_BREAK);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
