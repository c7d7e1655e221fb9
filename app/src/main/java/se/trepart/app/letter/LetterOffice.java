package se.trepart.app.letter;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.app.calculation.Rulebook;
import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.Registers;
import se.trepart.app.letter.LetterWriter.Occasion;
import se.trepart.model.access.Staff;
import se.trepart.model.application.Application;
import se.trepart.model.application.CompletionRequest;
import se.trepart.model.casefile.Household;
import se.trepart.model.control.Settings;
import se.trepart.model.decision.Decision;
import se.trepart.model.letter.Letter;
import se.trepart.model.norm.Calculation;

import org.jspecify.annotations.Nullable;

/**
 * Where letters are written, drawn and printed (brevkontor): one for the program, since the typefaces and templates are dear to read. Off
 * the JavaFX thread.
 */
public final class LetterOffice {

    private final LetterWriter writer;
    private final LetterPrinter printer = new LetterPrinter();
    private @Nullable LetterPdf pdf;

    public LetterOffice(Rulebook rulebook) {
        writer = new LetterWriter(rulebook.statutes(), rulebook.reasons());
    }

    /** What the letter says; empty when what it is about is not on this workstation. */
    Optional<LetterPage> page(Letter letter, CaseDocuments documents, Registers registers) {
        Optional<Decision> decision = documents.of(Decision.class).stream().filter(d -> d.id().equals(letter.aboutId())).findFirst();
        if (decision.isPresent()) {
            return decision.flatMap(d -> decision(letter, d, documents, registers));
        }
        return documents.of(CompletionRequest.class)
                .stream()
                .filter(r -> r.id().equals(letter.aboutId()))
                .findFirst()
                .flatMap(r -> occasion(letter, r.applicationId(), documents, registers).map(o -> writer.request(o, r)));
    }

    /** What the one who posts the letter must know; empty for most (R34). */
    Optional<String> postingHint(LetterPage page) {
        return writer.postingHint(page);
    }

    byte[] pdf(LetterPage page) {
        return pdf().render(page);
    }

    /** Another paper than a letter of an application, see {@link LetterPdf#render(String, LetterHead, Map)}. */
    public byte[] pdf(String template, LetterHead head, Map<String, Object> values) {
        return pdf().render(template, head, values);
    }

    LetterPrinter printer() {
        return printer;
    }

    private synchronized LetterPdf pdf() {
        LetterPdf made = pdf == null ? new LetterPdf() : pdf;
        pdf = made;
        return made;
    }

    private Optional<LetterPage> decision(Letter letter, Decision decision, CaseDocuments documents, Registers registers) {
        Staff decider = registers.staff(decision.decidedBy()).orElse(null);
        Optional<Calculation> calculation = documents.of(Calculation.class)
                .stream()
                .filter(c -> c.id().equals(decision.calculationId()))
                .findFirst();
        return occasion(letter, decision.applicationId(), documents, registers)
                .flatMap(occasion -> calculation.map(c -> writer.decision(occasion, decision, c, decider)));
    }

    private static Optional<Occasion> occasion(Letter letter, UUID applicationId, CaseDocuments documents, Registers registers) {
        Optional<Application> application = documents.application(applicationId);
        Optional<Staff> writtenBy = registers.staff(letter.writtenBy());
        Settings settings = registers.settings(letter.writtenOn());
        Household household = documents.household();
        return application.flatMap(a -> writtenBy.map(by -> new Occasion(letter, documents.file(), household, a, settings, by)));
    }
}
