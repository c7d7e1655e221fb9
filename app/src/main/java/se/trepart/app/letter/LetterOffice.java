package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.Registers;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.letter.LetterWriter.Claim;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.model.Document;
import se.trepart.model.Money;
import se.trepart.model.access.Role;
import se.trepart.model.access.Staff;
import se.trepart.model.access.Unit;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.control.Municipality;
import se.trepart.model.decision.Decision;
import se.trepart.model.decision.DecisionMatter;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.NewLetters;
import se.trepart.model.letter.Phrase;
import se.trepart.model.norm.Calculation;
import se.trepart.model.plan.Referral;

import org.jspecify.annotations.Nullable;

/**
 * Where letters are written, drawn and printed (brevkontor): one for the program, since the typefaces and templates are dear to read. Off
 * the JavaFX thread.
 */
public final class LetterOffice {

    private final LetterWriter writer;
    private final DelegationOrder order;
    private final LetterPrinter printer = new LetterPrinter();
    private @Nullable LetterPdf pdf;
    private final Supplier<PlainLanguage> check;
    private @Nullable PlainLanguage language;
    private @Nullable TemplateBench bench;

    /** Without spelling. */
    public LetterOffice(Rulebook rulebook) {
        this(rulebook, PlainLanguage::shipped);
    }

    /** @param check makes the plain-language check, the first time a letter is read */
    public LetterOffice(Rulebook rulebook, Supplier<PlainLanguage> check) {
        this.check = check;
        writer = new LetterWriter(rulebook.statutes(), rulebook.reasons());
        order = rulebook.order();
    }

    /** What the letter says and on which template; empty when what it is about is not on this workstation. */
    Optional<LetterPage> page(Letter letter, CaseDocuments documents, Registers registers) {
        return written(letter, documents, registers).map(page -> page.onTemplates(version(letter, registers)));
    }

    /** A draft is on the newest templates, a letter that is sent on those of its day; what is easy to read on the program's own. */
    private String version(Letter letter, Registers registers) {
        if (letter.chosen().easy()) {
            return LetterPdf.TEMPLATE_VERSION;
        }
        LocalDate day = letter.sending() == null ? LocalDate.MAX : letter.sending().on();
        return LetterTemplate.inForce(registers.letterTemplates(), letter.kind(), day).map(template -> {
            pdf().know(template);
            return template.version(LetterPdf.TEMPLATE_VERSION);
        }).orElse(LetterPdf.TEMPLATE_VERSION);
    }

    /** How a template that is being written would do, see {@link TemplateBench}. */
    public TemplateProof prove(LetterTemplate template, int sample) {
        return bench().prove(template, sample);
    }

    /** How a letter with the municipality's name and logo looks. @throws LetterProblem when it cannot be drawn */
    public List<BufferedImage> sample(Municipality municipality) {
        return PagePictures.of(pdf(Letters.from(LetterHead.sender(municipality))), 1.6f);
    }

    /** How a phrase that is being written would do. */
    public TemplateProof prove(Phrase phrase) {
        return bench().prove(phrase);
    }

    /** The program's own text of a kind of letter, which a template begins as. */
    public static String shipped(LetterKind kind) {
        return LetterTemplates.shipped(kind);
    }

    /** The sample letters that a template of a kind is tried with, the plainest first. */
    public static List<LetterPage> samples(LetterKind kind) {
        return TemplateBench.samples(kind);
    }

    private Optional<LetterPage> written(Letter letter, CaseDocuments documents, Registers registers) {
        return switch (letter.kind()) {
            case GRANTED, PARTLY, REFUSED, DISMISSED, WITHDRAWN ->
                about(Decision.class, letter, documents).flatMap(d -> decision(letter, d, documents, registers));
            case COMMUNICATION -> about(Decision.class, letter, documents)
                    .flatMap(d -> occasion(letter, documents, registers).map(o -> writer.communication(o, d)));
            case COMPLETION_REQUEST -> about(CompletionRequest.class, letter, documents)
                    .flatMap(r -> of(letter, r.applicationId(), documents, registers, (o, a) -> writer.request(o, a, r)));
            case CONFIRMATION, DELAY -> of(letter, letter.aboutId(), documents, registers, writer::received);
            case RECOVERY_NOTICE, RECOVERY -> of(letter, letter.aboutId(), documents, registers, (o, a) -> writer.recovery(o, a,
                    new Claim(grantedOn(a, documents), claimant(o), NewLetters.noticeBefore(letter, documents.letters()).orElse(null))));
            case REFERRAL_COPY -> about(Referral.class, letter, documents).flatMap(r -> occasion(letter, documents, registers)
                    .map(o -> writer.referral(o, r, r.answerBy(registers.planning(letter.writtenOn())).orElse(null))));
            case CASEWORKER_CHANGE -> registers.staff(documents.file().responsible())
                    .flatMap(next -> occasion(letter, documents, registers).map(o -> writer.caseworkerChange(by(o, next), next)));
            case OWN -> occasion(letter, documents, registers).map(writer::own);
        };
    }

    /** What the file of a letter is called, without writing it. */
    String fileName(Letter letter, CaseDocuments documents) {
        Optional<UUID> application = switch (letter.kind().about()) {
            case DECISION -> about(Decision.class, letter, documents).map(Decision::applicationId);
            case COMPLETION_REQUEST -> about(CompletionRequest.class, letter, documents).map(CompletionRequest::applicationId);
            case APPLICATION -> Optional.of(letter.aboutId());
            case REFERRAL, CASE -> Optional.empty();
        };
        YearMonth period = application.flatMap(documents::application).map(Application::period).orElse(null);
        return LetterWriter.fileName(letter, documents.file(), period);
    }

    /** What the one who posts the letter must know; empty for most (R34). */
    Optional<String> postingHint(LetterPage page) {
        return writer.postingHint(page);
    }

    byte[] pdf(LetterPage page) {
        return pdf().render(page);
    }

    /** The letter's words while it is written, see {@link LetterPdf#draft}. */
    String draft(LetterPage page) {
        return pdf().draft(page);
    }

    /** The plain-language check; its lists are read the first time. */
    synchronized PlainLanguage language() {
        PlainLanguage made = language == null ? check.get() : language;
        language = made;
        return made;
    }

    /** Another paper than a letter of an application, see {@link LetterPdf#render(String, LetterHead, Map)}. */
    public byte[] pdf(String template, LetterHead head, Map<String, Object> values) {
        return pdf().render(template, head, values);
    }

    public LetterPrinter printer() {
        return printer;
    }

    private synchronized TemplateBench bench() {
        TemplateBench made = bench == null ? new TemplateBench(pdf(), language()) : bench;
        bench = made;
        return made;
    }

    private synchronized LetterPdf pdf() {
        LetterPdf made = pdf == null ? new LetterPdf() : pdf;
        pdf = made;
        return made;
    }

    private Optional<LetterPage> decision(Letter letter, Decision decision, CaseDocuments documents, Registers registers) {
        Staff decider = registers.staff(decision.decidedBy()).orElse(null);
        Calculation calculation = documents.of(Calculation.class)
                .stream()
                .filter(c -> c.id().equals(decision.calculationId()))
                .findFirst()
                .orElse(null);
        if (calculation == null && decision.calculationId() != null) {
            return Optional.empty();
        }
        return of(letter, decision.applicationId(), documents, registers, (o, a) -> writer.decision(o, a, decision, calculation, decider));
    }

    private static <D extends Document> Optional<D> about(Class<D> type, Letter letter, CaseDocuments documents) {
        return documents.of(type).stream().filter(d -> d.id().equals(letter.aboutId())).findFirst();
    }

    /** Writes a letter from an application. */
    private interface FromApplication {
        LetterPage write(Occasion occasion, Application application);
    }

    private static Optional<LetterPage> of(Letter letter, UUID applicationId, CaseDocuments documents, Registers registers,
            FromApplication letterOf) {
        return documents.application(applicationId).flatMap(a -> occasion(letter, documents, registers).map(o -> letterOf.write(o, a)));
    }

    private static Optional<Occasion> occasion(Letter letter, CaseDocuments documents, Registers registers) {
        CaseFile file = documents.file();
        String unit = registers.unit(file.unitId()).map(Unit::name).orElse("");
        return registers.staff(letter.writtenBy())
                .map(by -> new Occasion(letter, file, documents.household(), registers.settings(letter.writtenOn()), by, unit,
                        documents.letters()));
    }

    private static Occasion by(Occasion o, Staff next) {
        return new Occasion(o.letter(), o.caseFile(), o.household(), o.settings(), next, o.unit(), o.letters());
    }

    /** R15: the day the aid of the application was granted. */
    private static LocalDate grantedOn(Application application, CaseDocuments documents) {
        return documents.decisionsOf(application)
                .stream()
                .flatMap(decision -> Optional.ofNullable(decision.decidedOn()).stream())
                .findFirst()
                .orElse(application.period().atDay(1));
    }

    /** The writer's highest role, where the order of delegation lets it claim so much back; null where it does not (R16). */
    private @Nullable Role claimant(Occasion occasion) {
        Letter letter = occasion.letter();
        Money amount = Optional.ofNullable(letter.chosen().amount()).orElse(Money.ZERO);
        return occasion.writer()
                .roles()
                .stream()
                .filter(role -> role.handlesCases() && order.may(role, DecisionMatter.RECOVERY, amount, letter.writtenOn()))
                .reduce((one, other) -> one.covers(other) ? one : other)
                .orElse(null);
    }
}
