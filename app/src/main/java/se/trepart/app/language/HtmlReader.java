package se.trepart.app.language;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.model.letter.LetterPart;

import org.jspecify.annotations.Nullable;

/**
 * Reads HTML (brevets HTML), well formed or not. In the program's own letters {@code data-part}, {@code data-origin} and {@code data-decision}
 * say where a part begins and who wrote the words; what is not marked there is the template's. Letterhead and foot are not read.
 */
final class HtmlReader {

    private static final Pattern TOKEN = Pattern.compile("(?s)<!--.*?-->|<![^>]*>|<\\?.*?\\?>"
            + "|<(style|script|svg)\\b.*?</\\1\\s*>|<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9a-fA-F]+|[a-zA-Z]+);");
    private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"),
            Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", "\u00a0"), Map.entry("shy", "\u00ad"),
            Map.entry("aring", "å"), Map.entry("auml", "ä"), Map.entry("ouml", "ö"), Map.entry("Aring", "Å"), Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"), Map.entry("eacute", "é"), Map.entry("sect", "§"), Map.entry("ndash", "–"), Map.entry("hellip", "…"),
            Map.entry("rdquo", "”"));
    private static final Set<String> BLOCKS = Set.of("p", "div", "ul", "ol", "li", "section", "article", "main", "header", "footer", "body",
            "table", "blockquote", "dl", "dt", "dd", "hr", "address", "h1", "h2", "h3", "h4", "h5", "h6");
    /** What is the paper's and not the letter's. */
    private static final Set<String> PAPER = Set.of("running", "foot", "brand", "envelope");

    private final LetterText.Builder text = new LetterText.Builder();
    private final StringBuilder words = new StringBuilder();
    private String title = "";
    private boolean marked;
    private int line = 1;
    private int begunOn = 1;
    private Block.Kind kind = Block.Kind.PARAGRAPH;
    private int level;
    private @Nullable LetterPart part;
    private Origin origin = Origin.TEMPLATE;
    private int decision;
    private boolean inTitle;
    private int tables;
    /** how many open divs there are, and at which of them a letterhead or foot began; 0 = in none */
    private int divs;
    private int paperFrom;

    LetterText read(String html) {
        marked = html.contains("data-part=") || html.contains("data-origin=");
        origin = unmarked();
        int body = html.indexOf("<body");
        int from = 0;
        Matcher tokens = TOKEN.matcher(html);
        while (tokens.find()) {
            text(html, from, tokens.start(), body);
            if (tokens.group(3) != null) {
                tag(tokens.group(3).toLowerCase(Locale.ROOT), !tokens.group(2).isEmpty(), tokens.group(4));
            }
            line += newLines(html, tokens.start(), tokens.end());
            from = tokens.end();
        }
        text(html, from, html.length(), body);
        flush();
        return text.build(title.strip(), marked);
    }

    private void text(String html, int from, int to, int body) {
        if (from >= to) {
            return;
        }
        String plain = decoded(html.substring(from, to));
        if (inTitle) {
            title += plain;
        } else if (from > body && paperFrom == 0) {
            if (words.isEmpty()) {
                String stripped = plain.stripLeading();
                if (!stripped.isEmpty()) {
                    begunOn = line + newLines(plain, 0, plain.length() - stripped.length());
                    words.append(stripped);
                }
            } else {
                words.append(plain);
            }
        }
        line += newLines(html, from, to);
    }

    private void tag(String name, boolean closing, String attributes) {
        switch (name) {
            case "title" -> inTitle = !closing;
            case "br" -> words.append(words.isEmpty() ? "" : String.valueOf(Sentences.LINE));
            case "tr" -> words.append(words.isEmpty() ? "" : "\u2028");
            case "td", "th" -> blank();
            default -> {
                if (BLOCKS.contains(name)) {
                    block(name, closing, attributes);
                }
            }
        }
    }

    private void blank() {
        if (!words.isEmpty() && !Character.isWhitespace(words.charAt(words.length() - 1))) {
            words.append(' ');
        }
    }

    private void block(String name, boolean closing, String attributes) {
        if (name.equals("div")) {
            div(closing, attributes);
        }
        if (name.equals("table")) {
            if (closing) {
                tables--;
                if (tables == 0) {
                    flush();
                }
            } else {
                flush();
                tables++;
                begin(Block.Kind.TABLE, 0, attributes);
            }
            return;
        }
        if (tables > 0) {
            blank();
            return;
        }
        flush();
        if (!closing) {
            boolean heading = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
            begin(heading ? Block.Kind.HEADING : name.equals("li") ? Block.Kind.ITEM : Block.Kind.PARAGRAPH,
                    heading ? name.charAt(1) - '0' : 0, attributes);
        }
    }

    private void div(boolean closing, String attributes) {
        if (closing) {
            if (divs > 0 && divs == paperFrom) {
                paperFrom = 0;
                words.setLength(0);
            }
            divs--;
        } else {
            divs++;
            if (paperFrom == 0 && (PAPER.contains(attribute(attributes, "class")) || foreign(attributes))) {
                paperFrom = divs;
            }
        }
    }

    /** What is said in another language is not judged as Swedish. */
    private static boolean foreign(String attributes) {
        String language = attribute(attributes, "lang");
        return !language.isEmpty() && !language.startsWith("sv");
    }

    private void begin(Block.Kind newKind, int newLevel, String attributes) {
        kind = newKind;
        level = newLevel;
        String partMark = attribute(attributes, "data-part");
        if (!partMark.isEmpty()) {
            part = part(partMark);
            decision = 0;
        }
        String number = attribute(attributes, "data-decision");
        if (number.matches("\\d{1,2}")) {
            decision = Integer.parseInt(number);
        }
        origin = switch (attribute(attributes, "data-origin")) {
            case "free" -> Origin.FREE;
            case "phrase" -> Origin.PHRASE;
            default -> unmarked();
        };
    }

    private Origin unmarked() {
        return marked ? Origin.TEMPLATE : Origin.FREE;
    }

    private static @Nullable LetterPart part(String mark) {
        try {
            return LetterPart.of(mark);
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private void flush() {
        String whole = words.toString().stripTrailing();
        words.setLength(0);
        if (!whole.isBlank()) {
            text.add(kind, level, part, origin, decision, begunOn, 0, whole);
        }
        kind = Block.Kind.PARAGRAPH;
        level = 0;
        origin = unmarked();
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equalsIgnoreCase(name)) {
                return matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            }
        }
        return "";
    }

    private static String decoded(String html) {
        return html.indexOf('&') < 0 ? html : ENTITY.matcher(html).replaceAll(m -> Matcher.quoteReplacement(decode(m.group(1), m.group())));
    }

    private static String decode(String name, String whole) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, whole);
        }
        try {
            boolean hex = name.charAt(1) == 'x';
            return Character.toString(Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10));
        } catch (IllegalArgumentException notACharacter) {
            return whole;
        }
    }

    private static int newLines(String s, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            if (s.charAt(i) == '\n') {
                count++;
            }
        }
        return count;
    }
}
