package se.trepart.app.disclosure;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

import se.trepart.app.letter.LetterArchive;
import se.trepart.app.letter.LetterHead;
import se.trepart.app.letter.LetterOffice;
import se.trepart.app.letter.LetterProblem;
import se.trepart.model.Document;
import se.trepart.model.disclosure.Disclosure.Proposal;
import se.trepart.model.disclosure.FilePart;
import se.trepart.model.disclosure.Omission;
import se.trepart.model.letter.Posted;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The file as it goes out: one PDF with a page on top, the documents in words, and last the letters as they were sent (utlämnad akt). Not on
 * the JavaFX thread.
 */
final class DisclosurePaper {

    /** Beyond this many characters that no typeface has, something else is wrong. */
    private static final int MOST_REPLACED = 500;

    /**
     * What stands on top.
     *
     * @param who whom the case is about
     * @param hidden whether fields that tell where people are have been left out (R34)
     */
    public record Cover(String caseNumber, String who, String to, String purpose, List<Included> included, List<Omitted> omitted,
            boolean hidden) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Cover[…]";
        }
    }

    /** A document that goes out. */
    public record Included(int number, String title, String day) {}

    /** Documents of one kind that do not, and why: never what they say. */
    public record Omitted(String title, int count, String reason) {}

    /** Who asked, and why, as it is told on the page on top. */
    record Errand(String who, String to, String purpose, boolean hidden) {

        /** Never the content: a record's text ends up in logs. */
        @Override
        public String toString() {
            return "Errand[…]";
        }
    }

    private final LetterOffice office;
    private final DocumentWords words;
    private final BiFunction<Posted, BooleanSupplier, byte[]> archived;
    private final Function<Omission, String> reason;

    /** @param archived {@link LetterArchive#of(Posted, BooleanSupplier)} */
    DisclosurePaper(LetterOffice office, DocumentWords words, BiFunction<Posted, BooleanSupplier, byte[]> archived,
            Function<Omission, String> reason) {
        this.office = office;
        this.words = words;
        this.archived = archived;
        this.reason = reason;
    }

    /**
     * @param all every document of the case in the order of reading, with why it does not go out
     * @param told how many documents are done
     * @throws LetterProblem when a letter is not here
     * @throws CancellationException when it was stopped
     */
    byte[] pdf(LetterHead head, Errand errand, List<Proposal> all, IntConsumer told, BooleanSupplier stopped) {
        List<Document> out = all.stream().filter(one -> one.omission() == null).map(Proposal::document).toList();
        List<DocumentSheet> sheets = new ArrayList<>();
        FilePart part = null;
        for (Document document : out) {
            if (sent(document).isEmpty()) {
                FilePart next = FilePart.of(document.documentType());
                sheets.add(words.sheet(document, next != part));
                part = next;
                told.accept(sheets.size());
            }
            goOn(stopped);
        }
        byte[] first = written(head, cover(errand, head.caseNumber(), out, all), sheets);
        goOn(stopped);
        return together(first, out.stream().flatMap(document -> sent(document).stream()).toList(), told, sheets.size(), stopped);
    }

    /** What is kept as it was sent; of other letters there are only the words. */
    private static Optional<Posted> sent(Document document) {
        return document instanceof Posted posted && !posted.pdfSha256().isEmpty() ? Optional.of(posted) : Optional.empty();
    }

    private Cover cover(Errand errand, String caseNumber, List<Document> out, List<Proposal> all) {
        List<Included> included = new ArrayList<>();
        out.stream().filter(document -> sent(document).isEmpty()).forEach(document -> included.add(included(document, included.size())));
        out.stream().filter(document -> sent(document).isPresent()).forEach(document -> included.add(included(document, included.size())));
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (Proposal one : all) {
            Omission why = one.omission();
            if (why != null) {
                counts.merge(List.of(words.kind(one.document()), reason.apply(why)), 1, Integer::sum);
            }
        }
        List<Omitted> omitted = counts.entrySet()
                .stream()
                .map(entry -> new Omitted(entry.getKey().getFirst(), entry.getValue(), entry.getKey().getLast()))
                .toList();
        return new Cover(caseNumber, errand.who(), errand.to(), errand.purpose(), List.copyOf(included), omitted, errand.hidden());
    }

    private Included included(Document document, int before) {
        return new Included(before + 1, words.title(document), words.day(document));
    }

    /** A character that no typeface has is told by its number: a file is not kept from anybody for the sake of a letter. */
    private byte[] written(LetterHead head, Cover cover, List<DocumentSheet> sheets) {
        UnaryOperator<String> change = UnaryOperator.identity();
        LetterProblem.@Nullable UnprintableCharacter last = null;
        for (int i = 0; i < MOST_REPLACED; i++) {
            UnaryOperator<String> now = change;
            try {
                Cover printable = new Cover(cover.caseNumber(), now.apply(cover.who()), now.apply(cover.to()), now.apply(cover.purpose()),
                        cover.included(), cover.omitted(), cover.hidden());
                return office.pdf("disclosure", head,
                        Map.of("cover", printable, "sheets", sheets.stream().map(sheet -> sheet.with(now)).toList()));
            } catch (LetterProblem.UnprintableCharacter character) {
                String found = Character.toString(character.codePoint());
                String told = String.format(Locale.ROOT, "[U+%04X]", character.codePoint());
                change = text -> now.apply(text).replace(found, told);
                last = character;
            }
        }
        throw last == null ? new IllegalStateException("nothing was written") : last;
    }

    private byte[] together(byte[] first, List<Posted> letters, IntConsumer told, int done, BooleanSupplier stopped) {
        PDFMergerUtility merger = new PDFMergerUtility();
        try (PDDocument all = Loader.loadPDF(first); ByteArrayOutputStream out = new ByteArrayOutputStream(first.length * 2)) {
            // the pages lean on the documents they come from until all is saved
            List<PDDocument> open = new ArrayList<>();
            try {
                for (Posted letter : letters) {
                    goOn(stopped);
                    PDDocument next = Loader.loadPDF(archived.apply(letter, stopped));
                    open.add(next);
                    merger.appendDocument(all, next);
                    told.accept(done + open.size());
                }
                all.save(out);
            } finally {
                for (PDDocument one : open) {
                    one.close();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void goOn(BooleanSupplier stopped) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
