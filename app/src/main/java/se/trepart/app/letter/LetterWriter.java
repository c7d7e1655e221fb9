package se.trepart.app.letter;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import se.trepart.app.letter.LetterPage.Contact;
import se.trepart.app.letter.LetterPage.Law;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Communication;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionReason;
import se.trepart.model.decision.RecoveryGround;
import se.trepart.model.decision.Statutes;
import se.trepart.model.letter.DecisionLetter;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterDetails;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.RecoveryLack;
import se.trepart.model.letter.RecoveryTerms;
import se.trepart.model.norm.Calculation;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/** Turns the documents of a case into what a letter says ({@link LetterPage}): the words for amounts, days, costs, law and appeal. */
public final class LetterWriter {

    /**
     * What every letter is written from.
     *
     * @param writer the one who writes, and answers questions
     * @param unit what the unit is called, for a letter without names
     * @param letters the case's letters: some say the same to others
     */
    public record Occasion(Letter letter, CaseFile caseFile, Household household, Settings settings, Staff writer, String unit,
            List<Letter> letters) {

        public Occasion {
            letters = List.copyOf(letters);
        }

        /** Of a letter that no other is like. */
        public Occasion(Letter letter, CaseFile caseFile, Household household, Settings settings, Staff writer, String unit) {
            this(letter, caseFile, household, settings, writer, unit, List.of());
        }
    }

    /**
     * What a claim for money back rests on (återkrav).
     *
     * @param grantedOn the day the aid was granted: its law holds (R15)
     * @param as the role the claim is made in; null when the writer may not make it (R16)
     * @param notice what the reader was told before (R18); null when nothing was sent
     */
    record Claim(LocalDate grantedOn, @Nullable Role as, @Nullable Letter notice) {

        @Override
        public String toString() {
            return "Claim[…]";
        }
    }

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Statutes statutes;
    private final List<DecisionReason> reasons;
    private final LetterWords words = new LetterWords();
    private final LetterReaders readers = new LetterReaders(words);

    public LetterWriter(Statutes statutes, List<DecisionReason> reasons) {
        this.statutes = statutes;
        this.reasons = List.copyOf(reasons);
    }

    /**
     * A letter about a decision on an application (beslutsbrev). What is missing shows in {@link LetterPage#missing()}: the decider while
     * the decision is not made.
     *
     * @param calculation null for a dismissal or a withdrawal
     * @param decider who made it; null while it is not made
     */
    public LetterPage decision(Occasion occasion, Application application, Decision decision, @Nullable Calculation calculation,
            @Nullable Staff decider) {
        Letter letter = occasion.letter();
        LocalDate sentOn = letter.sending() == null ? letter.writtenOn() : letter.sending().on();
        DecisionLetter facts = DecisionLetter.of(decision, calculation, occasion.household(), occasion.caseFile(), occasion.settings(),
                statutes, reasons, sentOn);
        CalculationRows rows = calculation == null ? null : new CalculationRows(words, calculation, occasion.household(), application);
        DecidedWriter decided = new DecidedWriter(words, occasion, decision, facts, rows);
        return page(occasion, facts.period(), decided.why(), decided.body(decider));
    }

    /** A request for what is missing in an application (begäran om komplettering). */
    public LetterPage request(Occasion occasion, Application application, CompletionRequest request) {
        return page(occasion, application.period(), typed(occasion),
                new LetterBody.Asked(request.stillMissing().stream().map(CompletionRequest.MissingPaper::what).toList(),
                        LetterWords.day(request.dueOn()), request.consequence()));
    }

    /** What the reader may answer before the decision (kommunicering, R18). */
    LetterPage communication(Occasion occasion, Decision decision) {
        Communication told = decision.communication();
        return page(occasion, decision.period(), typed(occasion),
                new LetterBody.Told(told == null ? List.of() : LetterWords.paragraphs(told.material()),
                        day(told == null ? null : told.answerBy()),
                        laws(occasion.letter().writtenOn(), Statutes.COMMUNICATION, Statutes.SPEAK)));
    }

    /** That an application has come, or that its answer is late (FL 11 §). */
    LetterPage received(Occasion occasion, Application application) {
        Letter letter = occasion.letter();
        List<Law> laws = letter.kind() == LetterKind.DELAY
                ? laws(letter.writtenOn(), Statutes.DELAY, Statutes.ASK_FOR_DECISION)
                : List.of();
        return page(occasion, application.period(), typed(occasion), new LetterBody.Received(
                LetterWords.day(application.receivedAt().atZone(SWEDEN).toLocalDate()), day(letter.chosen().day()), laws));
    }

    /** A referral as its person reads it (remisskopia). @param answerBy null when the labour-market unit has answered */
    LetterPage referral(Occasion occasion, Referral referral, @Nullable LocalDate answerBy) {
        return page(occasion, null, typed(occasion),
                new LetterBody.Referred(day(referral.on(Referral.Status.SENT).orElse(null)), LetterWords.paragraphs(referral.need()),
                        LetterWords.paragraphs(referral.purpose()), LetterWords.paragraphs(referral.goal()),
                        LetterWords.paragraphs(referral.content()), LetterWords.paragraphs(referral.consequences()),
                        referral.unanswered() ? day(answerBy) : ""));
    }

    /** Who takes over the case (byte av handläggare); questions go to that person, so {@code next} is also the occasion's writer. */
    LetterPage caseworkerChange(Occasion occasion, Staff next) {
        LocalDate from = Optional.ofNullable(occasion.letter().chosen().day()).orElse(occasion.letter().writtenOn());
        return page(occasion, null, typed(occasion),
                new LetterBody.Changed(next.name(), next.title().toLowerCase(Locale.ROOT), LetterWords.day(from)));
    }

    /** A letter of one's own (eget brev). */
    LetterPage own(Occasion occasion) {
        return page(occasion, null, typed(occasion), new LetterBody.Own(occasion.letter().chosen().heading().strip()));
    }

    /** That money is claimed back (återkrav), or may be. */
    LetterPage recovery(Occasion occasion, Application application, Claim claim) {
        Letter letter = occasion.letter();
        LetterDetails chosen = letter.chosen();
        RecoveryTerms terms = chosen.terms();
        RecoveryGround ground = terms.ground();
        Money paid = Optional.ofNullable(chosen.amount()).orElse(Money.ZERO);
        Money waived = Optional.ofNullable(terms.waived()).orElse(Money.ZERO);
        String months = chosen.heading().isBlank() ? LetterWords.month(application.period()) : chosen.heading().strip();
        Role as = claim.as();
        LetterBody body = new LetterBody.Reclaimed(paid.positive() ? LetterWords.kronor(paid) : "", LetterWords.kronor(paid.minus(waived)),
                waived.positive() ? LetterWords.kronor(waived) : "", ground == null || ground.tooMuch(), months, day(chosen.day()),
                letter.kind() == LetterKind.RECOVERY ? noticed(claim.notice()) : "", lacking(letter, claim.notice()),
                laws(letter, ground, claim), as == null ? "" : words.decidedBy(occasion, occasion.writer(), as),
                LetterWords.day(letter.writtenOn()), as == null ? "" : words.of("right." + as.name()));
        return page(occasion, application.period(), typed(occasion), body);
    }

    /** R15: the law of the day the aid was granted; R18: the notice tells of the right to answer. */
    private List<Law> laws(Letter letter, @Nullable RecoveryGround ground, Claim claim) {
        String matter = ground == null ? Statutes.RECOVERY : ground.matter();
        List<Law> all = new ArrayList<>(laws(claim.grantedOn(), matter, Statutes.COURT_CLAIM, Statutes.WAIVER));
        if (letter.kind() == LetterKind.RECOVERY_NOTICE) {
            all.addAll(laws(letter.writtenOn(), Statutes.COMMUNICATION, Statutes.SPEAK));
        }
        return all;
    }

    private String noticed(@Nullable Letter notice) {
        LocalDate sent = notice == null || notice.sending() == null ? null : notice.sending().on();
        LocalDate until = notice == null ? null : notice.chosen().day();
        return sent == null || until == null ? "" : words.of("noticed", LetterWords.day(sent), LetterWords.day(until));
    }

    private List<String> lacking(Letter letter, @Nullable Letter notice) {
        String until = notice == null ? "" : day(notice.chosen().day());
        return RecoveryLack.of(letter, notice).stream().map(lack -> words.of("lack." + lack.name(), until)).toList();
    }

    /** What the one who posts the letter must know; empty for most (R34). */
    public Optional<String> postingHint(LetterPage page) {
        return page.recipient().protectedIdentity() ? Optional.of(words.of("posting.protected")) : Optional.empty();
    }

    /** What its file is called: the first words of its title, the case and the month, or the day it was written. Never personal data. */
    static String fileName(Letter letter, CaseFile caseFile, @Nullable YearMonth period) {
        String number = caseFile.number().replaceAll("[^0-9A-Za-z-]", "");
        return letter.kind().fileStem() + "-" + number + "-" + (period == null ? letter.writtenOn() : period) + ".pdf";
    }

    private LetterPage page(Occasion occasion, @Nullable YearMonth period, List<String> why, LetterBody body) {
        Letter letter = occasion.letter();
        LetterHead head = LetterHead.of(occasion.caseFile(), occasion.household(), letter.recipientId(), occasion.settings().municipality(),
                occasion.writer(), letter.writtenOn());
        Contact contact = letter.chosen().withoutNames() ? new Contact(occasion.unit(), "", "") : head.contact();
        return new LetterPage(letter.kind(), letter.templateVersion(), fileName(letter, occasion.caseFile(), period), head.writtenOn(),
                head.date(), occasion.caseFile().number(), head.sender(), readers.of(occasion, head), contact,
                period == null ? "" : LetterWords.month(period), period == null ? "" : LetterWords.month(period.plusMonths(1)), why,
                LetterWords.paragraphs(letter.whatNow()), letter.chosen().large(), letter.chosen().easy(), body);
    }

    private List<Law> laws(LocalDate date, String... matters) {
        return words.laws(Stream.of(matters).flatMap(matter -> statutes.ground(matter, date).stream()).toList());
    }

    private static List<String> typed(Occasion occasion) {
        return LetterWords.paragraphs(occasion.letter().why());
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : LetterWords.day(day);
    }
}
