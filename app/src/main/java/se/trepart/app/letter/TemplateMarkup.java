package se.trepart.app.letter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.app.letter.TemplateFault.Cause;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.LetterOutline;

/** What stands between the fields of a template (mallens uppställning): headings, paragraphs and lists, each ended where it should. */
final class TemplateMarkup {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)((?:\\s+[A-Za-z-]+=\"[^\"<>{}]*\")*)\\s*(/?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([A-Za-z-]+)=\"([^\"]*)\"");
    private static final Pattern STRAY = Pattern.compile("&(?!(?:#\\d{1,6}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot);)");
    private static final Set<String> WITH_TEXT = Set.of("p", "li", "h2", "h3", "strong", "span");
    private static final Set<String> INLINE = Set.of("strong", "span", "br");
    private static final Map<String, Set<String>> CLASSES = Map.of("p", Set.of("lead", "with-next", "address"), "div",
            Set.of("keep", "with-before"), "span", Set.of("cited", "whole"));

    private final LetterKind kind;
    private final Faults faults;
    private final Deque<Element> elements = new ArrayDeque<>();

    /** @param ofAField it may hold nothing but one field: somebody's own words */
    private record Element(String name, int line, boolean ofAField) {}

    /** Told what is wrong. */
    interface Faults {
        /** @param line where; below 1 for where the reading is */
        void add(int line, Cause cause, String... values);
    }

    TemplateMarkup(LetterKind kind, Faults faults) {
        this.kind = kind;
        this.faults = faults;
    }

    int depth() {
        return elements.size();
    }

    void text(String text) {
        Matcher stray = STRAY.matcher(text);
        if (stray.find()) {
            fault(Cause.CHARACTER, text.substring(stray.start(), Math.min(text.length(), stray.start() + 12)));
        }
        if (!text.isBlank()) {
            if (!inText()) {
                fault(Cause.OUTSIDE, text.strip().substring(0, Math.min(30, text.strip().length())));
            } else if (elements.element().ofAField()) {
                fault(Cause.NOT_FREE);
            }
        }
    }

    /** A field, or a piece that stands inside a paragraph. */
    void field() {
        if (!inText()) {
            fault(Cause.OUTSIDE, "{{ }}");
        }
    }

    /** A piece with paragraphs of its own. */
    void block(String piece) {
        if (elements.stream().anyMatch(element -> !element.name().equals("div"))) {
            fault(Cause.INSIDE, piece);
        }
    }

    /** @param least how many elements were open where the condition or loop began */
    void tag(String tag, int line, int least) {
        Matcher matcher = TAG.matcher(tag);
        if (!matcher.matches()) {
            fault(Cause.BAD_ELEMENT, tag.length() > 30 ? tag.substring(0, 30) + "…" : tag);
            return;
        }
        String name = matcher.group(2);
        if (!WITH_TEXT.contains(name) && !Set.of("ul", "div", "br").contains(name)) {
            fault(Cause.ELEMENT, name);
        } else if (!matcher.group(1).isEmpty()) {
            close(name, least);
        } else {
            begin(name, matcher.group(3), !matcher.group(4).isEmpty(), line);
        }
    }

    private void begin(String name, String attributes, boolean selfClosed, int line) {
        String parent = elements.isEmpty() ? "div" : elements.element().name();
        boolean fits = switch (parent) {
            case "div" -> !INLINE.contains(name) && !name.equals("li");
            case "ul" -> name.equals("li");
            default -> INLINE.contains(name);
        };
        if (!fits) {
            fault(Cause.INSIDE, name);
        }
        boolean ofAField = attributes(name, attributes);
        if (name.equals("br") != selfClosed) {
            fault(Cause.BAD_ELEMENT, "<" + name + (selfClosed ? "/>" : ">"));
        } else if (!selfClosed) {
            elements.push(new Element(name, line, ofAField || !elements.isEmpty() && elements.element().ofAField()));
        }
    }

    /** Whether the words are somebody's own. */
    private boolean attributes(String element, String attributes) {
        boolean own = false;
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            String value = matcher.group(2);
            boolean right = switch (matcher.group(1)) {
                case "data-part" -> Set.of("h2", "p").contains(element)
                        && LetterOutline.of(kind).stream().anyMatch(part -> part.part().mark().equals(value));
                case "data-origin" -> Set.of("p", "li").contains(element) && value.equals("free");
                case "class" -> CLASSES.getOrDefault(element, Set.of()).contains(value);
                default -> false;
            };
            if (!right) {
                fault(Cause.ATTRIBUTE, matcher.group());
            }
            own |= matcher.group(1).equals("data-origin");
        }
        return own;
    }

    private void close(String name, int least) {
        if (elements.isEmpty() || !elements.element().name().equals(name)) {
            fault(Cause.UNOPENED, name);
        } else if (elements.size() <= least) {
            fault(Cause.CROSSED, name);
        } else {
            elements.pop();
        }
    }

    /** A condition or loop ends, or goes on in another way: what was opened in it is closed in it. */
    void level(int least) {
        while (elements.size() > least) {
            Element left = elements.pop();
            faults.add(left.line(), Cause.UNCLOSED, left.name());
        }
    }

    /** The template ends. */
    void end() {
        level(0);
    }

    private boolean inText() {
        return !elements.isEmpty() && WITH_TEXT.contains(elements.element().name());
    }

    private void fault(Cause cause, String... values) {
        faults.add(0, cause, values);
    }
}
