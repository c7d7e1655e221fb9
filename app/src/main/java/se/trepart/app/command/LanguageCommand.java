package se.trepart.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import se.trepart.app.language.Block;
import se.trepart.app.language.Finding;
import se.trepart.app.language.FindingWords;
import se.trepart.app.language.Findings;
import se.trepart.app.language.LetterCase;
import se.trepart.app.language.LetterText;
import se.trepart.app.language.Measures;
import se.trepart.app.language.PlainLanguage;
import se.trepart.app.language.Weight;
import se.trepart.app.text.Texts;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code trepart language FILE [--json]}: what a reader would stumble on in a letter (klarspråkskontroll). The answer is the exit code: 0 passed,
 * 1 not passed, 2 wrong usage, which a file that cannot be read is.
 */
@Command(name = "language")
final class LanguageCommand implements Callable<Integer> {

    private record Line(String rule, String check, String weight, @Nullable Integer line, @Nullable Integer page, String quote,
            String message, List<String> instead) {}

    private record Answer(boolean passed, String colour, Measures measures, List<Line> findings) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final Locale SWEDISH = Locale.of("sv", "SE");

    private final Console console;
    private final Texts texts;
    private final FindingWords words;

    @Parameters(paramLabel = "FILE")
    private Path file = Path.of("");

    @Option(names = "--json")
    private boolean json;

    LanguageCommand(Console console) {
        this.console = console;
        this.texts = console.texts();
        this.words = new FindingWords(texts);
    }

    @Override
    public Integer call() {
        Optional<LetterText> letter = read();
        if (letter.isEmpty()) {
            return Trepart.WRONG_USAGE;
        }
        PlainLanguage language = PlainLanguage.withSpelling();
        language.lookUp(letter.get(), LetterCase.UNKNOWN);
        Findings findings = language.check(letter.get());
        if (json) {
            console.out().println(JSON.writeValueAsString(answer(letter.get(), findings)));
        } else {
            findings.all()
                    .forEach(f -> console.out()
                            .println(file + place(letter.get(), f) + ": " + words.weight(f.weight()) + ". " + words.of(f) + " ("
                                    + f.check().rule() + ")"));
            console.out().println(sum(findings));
        }
        return findings.passed() ? Trepart.DONE : Trepart.REJECTED;
    }

    private Optional<LetterText> read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
            if (start.startsWith("%PDF")) {
                return Optional.of(LetterText.ofPdf(bytes));
            }
            if (start.indexOf('\0') >= 0) {
                console.reject(file, "", texts.of("command.language-not-text"));
                return Optional.empty();
            }
            String text = text(bytes);
            boolean html = start.toLowerCase(Locale.ROOT).matches("(?s).*<(!doctype html|html|body|head|p|h1|div)\\b.*");
            return Optional.of(html ? LetterText.ofHtml(text) : LetterText.ofPlain(text));
        } catch (IOException unreadable) {
            console.reject(file, "", texts.of(Files.exists(file) ? "command.language-unreadable" : "command.language-no-file"));
            return Optional.empty();
        }
    }

    /** UTF-8, or what older Windows programs write. */
    private static String text(byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        String text = utf8.indexOf('\ufffd') < 0 ? utf8 : new String(bytes, StandardCharsets.ISO_8859_1);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private String place(LetterText letter, Finding finding) {
        if (finding.block() < 0) {
            return "";
        }
        Block block = letter.blocks().get(finding.block());
        return block.page() > 0 ? ": " + texts.of("command.language-page", block.page()) : ":" + block.lineAt(finding.from());
    }

    private String sum(Findings findings) {
        Measures m = findings.measures();
        return texts.of("command.language-sum", words.colour(findings.colour()), number(m.lix()), number(m.average()), m.longest(),
                findings.of(Weight.BLOCK).count(), findings.of(Weight.WARNING).count(), findings.of(Weight.NOTE).count());
    }

    private static String number(double value) {
        return String.format(SWEDISH, "%.1f", value);
    }

    private Answer answer(LetterText letter, Findings findings) {
        return new Answer(findings.passed(), findings.colour().name(), findings.measures(),
                findings.all().stream().map(f -> line(letter, f)).toList());
    }

    private Line line(LetterText letter, Finding f) {
        Block block = f.block() < 0 ? null : letter.blocks().get(f.block());
        Integer line = block == null || block.page() > 0 ? null : Integer.valueOf(block.lineAt(f.from()));
        Integer page = block == null || block.page() == 0 ? null : Integer.valueOf(block.page());
        return new Line(f.check().rule(), f.check().name(), f.weight().name(), line, page, f.quote(), words.of(f), f.instead());
    }
}
