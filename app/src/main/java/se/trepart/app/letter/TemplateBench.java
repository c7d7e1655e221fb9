package se.trepart.app.letter;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import se.trepart.app.language.Block;
import se.trepart.app.language.Colour;
import se.trepart.app.language.Finding;
import se.trepart.app.language.FindingWords;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterCase;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.Origin;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.language.Weight;
import se.trepart.app.letter.TemplateFault.Cause;
import se.trepart.app.letter.TemplateSyntax.Read;
import se.trepart.app.text.Texts;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterTemplate;
import se.trepart.model.letter.Phrase;

/**
 * Tries a template before anybody gets a letter written with it (provbänk): its grammar, what it must tell, then the plain-language check of
 * every sample letter, and the pages of one. Templates and phrases are judged harder than free text (S10). Off the JavaFX thread.
 */
final class TemplateBench {

    private static final float SCALE = 1.6f;
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>");
    private static final int WORDS_TO_FIND = 3;

    private final LetterPdf pdf;
    private final PlainLanguage language;
    private final Texts texts = new Texts();
    private final FindingWords words = new FindingWords(texts);

    TemplateBench(LetterPdf pdf, PlainLanguage language) {
        this.pdf = pdf;
        this.language = language;
    }

    /** The sample letters of a kind, the plainest first. */
    static List<LetterPage> samples(LetterKind kind) {
        return Letters.all()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().kind() == kind && !entry.getValue().easy())
                .sorted(Comparator.comparing(entry -> entry.getKey().contains("large")))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** @param sample the number of the sample letter whose pages are drawn, from 0 */
    TemplateProof prove(LetterTemplate template, int sample) {
        Read read = TemplateSyntax.read(template.kind(), template.text());
        List<TemplateFault> faults = new ArrayList<>(read.faults());
        if (faults.isEmpty()) {
            faults.addAll(lacking(template.kind(), read));
        }
        Set<TemplateRemark> remarks = new LinkedHashSet<>();
        faults.forEach(fault -> remarks.add(new TemplateRemark(true, fault.line(), fault.words(texts))));
        if (faults.stream().anyMatch(TemplateFault::unreadable)) {
            return proof(remarks, List.of());
        }
        LetterTemplates trial = new LetterTemplates();
        trial.know(template);
        List<LetterPage> pages = samples(template.kind()).stream()
                .map(page -> page.onTemplates(template.version(LetterPdf.TEMPLATE_VERSION)))
                .toList();
        List<BufferedImage> drawn = List.of();
        try {
            for (LetterPage page : pages) {
                remarks.addAll(judged(template.text(), page, pdf.html(page, trial)));
            }
            drawn = PagePictures.of(pdf.render(pages.get(Math.min(sample, pages.size() - 1)), trial), SCALE);
        } catch (LetterProblem.BrokenTemplate broken) {
            remarks.add(new TemplateRemark(true, broken.line(), broken.why()));
        } catch (LetterProblem.UnprintableCharacter unprintable) {
            remarks.add(new TemplateRemark(true, 0, unprintable.words()));
        }
        return proof(remarks, drawn);
    }

    TemplateProof prove(Phrase phrase) {
        StringBuilder html = new StringBuilder("<html lang=\"sv\"><head><title></title></head><body>\n");
        LetterWords.paragraphs(phrase.text())
                .forEach(line -> html.append("<p data-origin=\"phrase\">").append(escaped(line)).append("</p>\n"));
        Set<TemplateRemark> remarks = new LinkedHashSet<>();
        try {
            pdf.printable(html.toString());
        } catch (LetterProblem.UnprintableCharacter unprintable) {
            remarks.add(new TemplateRemark(true, 0, unprintable.words()));
        }
        LetterText text = LetterText.ofHtml(html.append("</body></html>").toString());
        remarks.addAll(judged(phrase.text(), text, findings(text, LetterCase.UNKNOWN)));
        return proof(remarks, List.of());
    }

    /** What the program's own text of the kind tells and this does not, or not always. S12 */
    private static List<TemplateFault> lacking(LetterKind kind, Read read) {
        Map<String, Integer> shipped = TemplateSyntax.read(kind, LetterTemplates.shipped(kind)).used();
        List<TemplateFault> faults = new ArrayList<>();
        TemplateFields.of(kind).musts().filter(must -> shipped.containsKey(must.name())).forEach(must -> {
            Integer depth = read.used().get(must.name());
            if (depth == null) {
                faults.add(TemplateFault.at(0, Cause.MISSING, must.word()));
            } else if (depth > shipped.getOrDefault(must.name(), 0)) {
                faults.add(TemplateFault.at(0, Cause.SOMETIMES, must.word()));
            }
        });
        return faults;
    }

    private List<TemplateRemark> judged(String template, LetterPage page, String html) {
        LetterText text = LetterText.ofHtml(html);
        List<TemplateRemark> remarks = new ArrayList<>(judged(template, text, findings(text, Letters.about(page))));
        int level = 0;
        for (Block block : text.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                if (block.level() > level + 1) {
                    remarks.add(new TemplateRemark(true, line(template, block.text()),
                            TemplateFault.at(0, Cause.LEVEL, block.text()).words(texts)));
                }
                level = block.level();
            }
        }
        return remarks;
    }

    /** Nobody waits for a key stroke here: the words are looked up first. */
    private Findings findings(LetterText text, LetterCase about) {
        language.lookUp(text, about);
        return language.check(text, about);
    }

    /** Of the sample's own words nothing is said: nobody has written them here. */
    private List<TemplateRemark> judged(String template, LetterText text, Findings findings) {
        List<TemplateRemark> remarks = new ArrayList<>();
        for (Finding finding : findings.all()) {
            boolean here = finding.block() < 0 || text.blocks().get(finding.block()).origin() != Origin.FREE;
            if (here && finding.weight() != Weight.NOTE) {
                remarks.add(new TemplateRemark(finding.weight() == Weight.BLOCK, line(template, finding.quote()), words.of(finding)));
            }
        }
        if (findings.colour() == Colour.RED) {
            remarks.add(new TemplateRemark(true, 0,
                    texts.of("letter.language.hard", Math.round(findings.measures().lix()), Math.round(findings.measures().average()))));
        }
        return remarks;
    }

    /** Where words stand in a template; 0 where they cannot be found, since a field has filled them in. */
    private static int line(String template, String quote) {
        List<String> lines = template.lines().map(line -> MARKUP.matcher(line).replaceAll("").replace("&#160;", "\u00a0")).toList();
        String[] first = quote.strip().split(" ");
        String begins = String.join(" ", List.of(first).subList(0, Math.min(WORDS_TO_FIND, first.length)));
        for (String words : List.of(quote, begins)) {
            for (int i = 0; i < lines.size() && !words.isBlank(); i++) {
                if (lines.get(i).contains(words)) {
                    return i + 1;
                }
            }
        }
        return 0;
    }

    private static TemplateProof proof(Set<TemplateRemark> remarks, List<BufferedImage> pages) {
        return new TemplateProof(remarks.stream()
                .sorted(Comparator.comparing((TemplateRemark remark) -> !remark.stops()).thenComparing(TemplateRemark::line))
                .toList(), pages);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
