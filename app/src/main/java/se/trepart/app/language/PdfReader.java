package se.trepart.app.language;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterPart;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a letter as PDF. One with tags, as the program's own, gives its headings, points and tables as they are; of another the lines are put
 * together to paragraphs as well as can be.
 */
final class PdfReader {

    /** A gap between lines inside a sentence: the next goes on in lower case. */
    private static final Pattern GOES_ON = Pattern.compile("(?<![.?!:;\\s])[ \\t]*(?:\\R[ \\t]*)+(?=\\p{Ll})");

    private final PDDocument pdf;
    private final Map<PDPage, Map<Integer, String>> marked = new HashMap<>();
    private final LetterText.Builder text = new LetterText.Builder();
    private final StringBuilder words = new StringBuilder();
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private int level;
    private int page;
    private @Nullable LetterPart part;

    private PdfReader(PDDocument pdf) {
        this.pdf = pdf;
    }

    /** @throws IOException when it is no PDF that can be read */
    static LetterText read(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            PDStructureTreeRoot tags = pdf.getDocumentCatalog().getStructureTreeRoot();
            return tags == null ? untagged(pdf) : new PdfReader(pdf).tagged(tags);
        }
    }

    private static LetterText untagged(PDDocument pdf) throws IOException {
        PlainTextReader reader = new PlainTextReader();
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setParagraphStart("\n");
        for (int number = 1; number <= pdf.getNumberOfPages(); number++) {
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            reader.page(GOES_ON.matcher(stripper.getText(pdf)).replaceAll("\n"), number);
        }
        return reader.done();
    }

    private LetterText tagged(PDStructureTreeRoot root) throws IOException {
        for (PDPage one : pdf.getPages()) {
            PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
            extractor.processPage(one);
            Map<Integer, String> texts = new HashMap<>();
            extractor.getMarkedContents().forEach(content -> collect(content, texts));
            marked.put(one, texts);
        }
        walk(root, null);
        flush();
        String title = pdf.getDocumentInformation().getTitle();
        return text.build(title == null ? "" : title, false);
    }

    private static void collect(PDMarkedContent content, Map<Integer, String> texts) {
        StringBuilder whole = new StringBuilder();
        TextPosition before = null;
        for (Object one : content.getContents()) {
            if (one instanceof TextPosition position) {
                whole.append(before == null ? "" : gap(before, position)).append(position.getUnicode());
                before = position;
            } else if (one instanceof PDMarkedContent inner) {
                collect(inner, texts);
            }
        }
        if (content.getMCID() >= 0) {
            texts.merge(content.getMCID(), whole.toString(), String::concat);
        }
    }

    private static String gap(TextPosition a, TextPosition b) {
        boolean newLine = Math.abs(a.getYDirAdj() - b.getYDirAdj()) > a.getHeightDir() / 2;
        boolean apart = b.getXDirAdj() - (a.getXDirAdj() + a.getWidthDirAdj()) > a.getWidthOfSpace() / 3;
        return newLine || apart ? " " : "";
    }

    private void walk(PDStructureNode node, @Nullable PDPage inherited) {
        for (Object kid : node.getKids()) {
            switch (kid) {
                case PDStructureElement element -> element(element, inherited);
                case PDMarkedContentReference reference ->
                    append(reference.getPage() == null ? inherited : reference.getPage(), reference.getMCID());
                case Integer mcid -> append(inherited, mcid);
                default -> {
                }
            }
        }
    }

    private void element(PDStructureElement element, @Nullable PDPage inherited) {
        PDPage own = element.getPage() == null ? inherited : element.getPage();
        String type = element.getStandardStructureType();
        if (kind == Block.Kind.TABLE || !List.of("P", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "Table", "Div", "Sect").contains(type)) {
            if (!type.equals("Lbl")) {
                words.append(kind == Block.Kind.TABLE ? " " : "");
                walk(element, own);
            }
            return;
        }
        boolean inItem = kind == Block.Kind.ITEM && words.isEmpty();
        flush();
        kind = switch (type) {
            case "LI" -> Block.Kind.ITEM;
            case "Table" -> Block.Kind.TABLE;
            case "P", "Div", "Sect" -> inItem ? Block.Kind.ITEM : Block.Kind.PARAGRAPH;
            default -> Block.Kind.HEADING;
        };
        level = kind == Block.Kind.HEADING ? type.charAt(1) - '0' : 0;
        walk(element, own);
        flush();
    }

    private void append(@Nullable PDPage on, int mcid) {
        String found = on == null ? null : marked.getOrDefault(on, Map.of()).get(mcid);
        if (found == null || found.isEmpty()) {
            return;
        }
        if (words.isEmpty()) {
            page = pdf.getPages().indexOf(on) + 1;
        } else if (!Character.isWhitespace(words.charAt(words.length() - 1)) && !Character.isWhitespace(found.charAt(0))
                && Character.isLetterOrDigit(found.charAt(0))) {
            words.append(' ');
        }
        words.append(found);
    }

    private void flush() {
        String whole = words.toString().strip();
        words.setLength(0);
        if (!whole.isEmpty()) {
            if (kind == Block.Kind.HEADING) {
                part = PlainTextReader.part(whole.toLowerCase(Locale.ROOT));
            }
            text.add(kind, level, part, Origin.FREE, 0, 1, page, whole);
        }
        kind = Block.Kind.PARAGRAPH;
        level = 0;
    }
}
