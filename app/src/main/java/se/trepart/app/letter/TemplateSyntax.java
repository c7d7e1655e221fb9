package se.trepart.app.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import se.trepart.app.letter.TemplateFault.Cause;
import se.trepart.app.letter.TemplateFields.TemplateField;
import se.trepart.app.letter.TemplateFields.Type;
import se.trepart.model.letter.LetterKind;

/**
 * Reads the municipality's text of a letter before anything is done with it (mallens grammatik). What it lets through can only tell what the
 * field list has and can only make headings, paragraphs and lists: no method of the program is reached, and the letter stays readable by
 * those who listen to it.
 */
final class TemplateSyntax {

    /** A template of ours has some 1 500 characters. */
    static final int LONGEST = 20_000;

    private static final Pattern TOKEN = Pattern
            .compile("\\s*(?:(\"[^\"#{}]*\"|'[^'#{}]*')|([A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*)|(\\d+)" + "|(==|!=|<=|>=|[<>(),]))");
    private static final Set<String> JOINING = Set.of("is", "not", "empty", "and", "or");
    private static final Set<String> OF_LOOP = Set.of("loop.first", "loop.last", "loop.index", "loop.length");

    private final TemplateFields fields;
    private final TemplateMarkup markup;
    private final List<TemplateFault> faults = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int line = 1;

    /** An if or a for that is not ended. @param variable of a for; empty for an if */
    private record Open(boolean loop, String variable, int line, int elements) {}

    /** One word of an expression. */
    private record Token(Kind kind, String text) {
        private enum Kind {
            STRING,
            NAME,
            NUMBER,
            SIGN
        }

        boolean is(String sign) {
            return text.equals(sign);
        }
    }

    /**
     * What was read.
     *
     * @param used every field and piece that is told, with how many conditions and loops it stands in at the least
     */
    record Read(List<TemplateFault> faults, Map<String, Integer> used) {

        Read {
            faults = List.copyOf(faults);
            used = Map.copyOf(used);
        }
    }

    private TemplateSyntax(LetterKind kind) {
        fields = TemplateFields.of(kind);
        markup = new TemplateMarkup(kind, (at, cause, values) -> faults.add(TemplateFault.at(at > 0 ? at : line, cause, values)));
    }

    static Read read(LetterKind kind, String text) {
        if (text.length() > LONGEST) {
            return new Read(List.of(TemplateFault.at(0, Cause.TOO_LONG, String.valueOf(LONGEST))), Map.of());
        }
        TemplateSyntax syntax = new TemplateSyntax(kind);
        syntax.read(text);
        return new Read(syntax.faults, syntax.used);
    }

    private void read(String text) {
        int at = 0;
        while (at < text.length()) {
            int next = opening(text, at);
            at = markup(text, at, next);
            if (at < text.length()) {
                at = pebble(text, at);
            }
        }
        markup.end();
        while (!open.isEmpty()) {
            Open left = open.pop();
            faults.add(TemplateFault.at(left.line(), Cause.NO_END, left.loop() ? "for" : "if"));
        }
    }

    private static int opening(String text, int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (text.charAt(i) == '{' && "{%#".indexOf(text.charAt(i + 1)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private int markup(String text, int from, int to) {
        String part = text.substring(from, to);
        int at = 0;
        while (at < part.length()) {
            int tag = part.indexOf('<', at);
            int end = tag < 0 ? part.length() : tag;
            String words = part.substring(at, end);
            int begins = at + words.length() - words.stripLeading().length();
            countLines(part, at, begins);
            markup.text(words);
            countLines(part, begins, end);
            if (tag < 0) {
                break;
            }
            int close = part.indexOf('>', tag);
            if (close < 0) {
                fault(Cause.BAD_ELEMENT, part.substring(tag, Math.min(part.length(), tag + 20)).strip());
                close = part.length() - 1;
            } else {
                markup.tag(part.substring(tag, close + 1), line, open.isEmpty() ? 0 : open.element().elements());
            }
            countLines(part, tag, close + 1);
            at = close + 1;
        }
        return to;
    }

    /** One {{ … }}, {% … %} or {# … #}; answers where it ends. */
    private int pebble(String text, int at) {
        char sign = text.charAt(at + 1);
        String closing = sign == '{' ? "}}" : sign == '%' ? "%}" : "#}";
        int end = text.indexOf(closing, at + 2);
        // what is not ended runs into the next
        if (end < 0 || opening(text, at + 2) < end) {
            fault(Cause.NOT_ENDED, text.substring(at, at + 2), closing);
            return at + 2;
        }
        String inside = text.substring(at + 2, end).replaceAll("^-|-$", "");
        if (sign != '#') {
            Optional<List<Token>> tokens = tokens(inside);
            if (tokens.isEmpty() || tokens.get().isEmpty()) {
                fault(Cause.UNREADABLE, inside.strip());
            } else if (sign == '{') {
                print(tokens.get());
            } else {
                statement(tokens.get());
            }
        }
        countLines(text, at, end);
        return end + 2;
    }

    private static Optional<List<Token>> tokens(String inside) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(inside);
        int at = 0;
        while (at < inside.stripTrailing().length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.empty();
            }
            Token.Kind kind = matcher.group(1) != null
                    ? Token.Kind.STRING
                    : matcher.group(2) != null ? Token.Kind.NAME : matcher.group(3) != null ? Token.Kind.NUMBER : Token.Kind.SIGN;
            tokens.add(new Token(kind, matcher.group().strip()));
            at = matcher.end();
        }
        return Optional.of(tokens);
    }

    private void print(List<Token> tokens) {
        String name = tokens.getFirst().text();
        if (tokens.getFirst().kind() != Token.Kind.NAME) {
            fault(Cause.UNREADABLE, name);
        } else if (tokens.size() > 1) {
            piece(name, tokens);
        } else if (variable(name)) {
            markup.field();
        } else {
            Optional<TemplateField> field = fields.find(name).filter(found -> !found.piece());
            if (field.isEmpty()) {
                fault(Cause.UNKNOWN_FIELD, name);
            } else if (field.get().type() != Type.TEXT) {
                fault(Cause.LIST, name);
            } else {
                use(name);
                markup.field();
            }
        }
    }

    private void piece(String name, List<Token> tokens) {
        Optional<TemplateField> piece = fields.find(name).filter(TemplateField::piece);
        boolean called = tokens.get(1).is("(") && tokens.getLast().is(")");
        if (!called) {
            fault(Cause.UNREADABLE, name);
        } else if (piece.isEmpty()) {
            fault(Cause.UNKNOWN_PIECE, name);
        } else {
            use(name);
            given(piece.get(), tokens.subList(2, tokens.size() - 1));
            if (piece.get().type() == Type.BLOCK) {
                markup.block(name);
            } else {
                markup.field();
            }
        }
    }

    /** What a piece is given, in order, each but the first after a comma. */
    private void given(TemplateField piece, List<Token> tokens) {
        List<Token> values = new ArrayList<>();
        boolean parted = true;
        for (int i = 0; i < tokens.size(); i++) {
            if (i % 2 == 0) {
                values.add(tokens.get(i));
            } else {
                parted &= tokens.get(i).is(",");
            }
        }
        List<String> takes = piece.takes();
        long least = takes.stream().filter(one -> !one.endsWith("?")).count();
        boolean right = parted && values.size() >= least && values.size() <= takes.size();
        for (int i = 0; right && i < values.size(); i++) {
            right = fits(takes.get(i).replace("?", ""), values.get(i));
        }
        if (!right) {
            fault(Cause.WRONG_VALUES, piece.name(), piece.name() + "(" + String.join(", ", takes) + ")");
        }
    }

    private boolean fits(String wanted, Token value) {
        switch (wanted) {
            case "letter", "d" -> {
                return value.is(wanted);
            }
            case "string" -> {
                return value.kind() == Token.Kind.STRING;
            }
            default -> {
                Optional<TemplateField> field = fields.find(value.text()).filter(found -> found.type().name().equalsIgnoreCase(wanted));
                field.ifPresent(found -> use(found.name()));
                return field.isPresent();
            }
        }
    }

    private void statement(List<Token> tokens) {
        switch (tokens.getFirst().text()) {
            case "if" -> {
                condition(tokens.subList(1, tokens.size()));
                open.push(new Open(false, "", line, markup.depth()));
            }
            case "elseif" -> {
                branch();
                condition(tokens.subList(1, tokens.size()));
            }
            case "else" -> branch();
            case "endif" -> end(false);
            case "for" -> loop(tokens);
            case "endfor" -> end(true);
            default -> fault(Cause.UNKNOWN_TAG, tokens.getFirst().text());
        }
    }

    private void condition(List<Token> tokens) {
        if (tokens.isEmpty()) {
            fault(Cause.UNREADABLE, "if");
        }
        for (Token token : tokens) {
            boolean known = token.kind() != Token.Kind.NAME || JOINING.contains(token.text()) || variable(token.text())
                    || fields.find(token.text()).filter(field -> !field.piece()).isPresent();
            if (!known) {
                fault(Cause.UNKNOWN_FIELD, token.text());
            }
        }
    }

    private void loop(List<Token> tokens) {
        boolean shaped = tokens.size() == 4 && tokens.get(1).kind() == Token.Kind.NAME && !tokens.get(1).text().contains(".")
                && tokens.get(2).is("in");
        String list = shaped ? tokens.get(3).text() : "";
        boolean listed = fields.find(list).filter(field -> field.type() == Type.LIST).isPresent();
        // a loop in a loop could make a letter without end
        if (!shaped || !listed || open.stream().anyMatch(Open::loop)) {
            fault(Cause.LOOP, list);
        } else {
            use(list);
        }
        open.push(new Open(true, shaped ? tokens.get(1).text() : "", line, markup.depth()));
    }

    private void branch() {
        if (open.isEmpty() || open.element().loop()) {
            fault(Cause.NO_BEGINNING, "else", "if");
        } else {
            markup.level(open.element().elements());
        }
    }

    private void end(boolean loop) {
        if (open.isEmpty() || open.element().loop() != loop) {
            fault(Cause.NO_BEGINNING, loop ? "endfor" : "endif", loop ? "for" : "if");
        } else {
            markup.level(open.pop().elements());
        }
    }

    private boolean variable(String name) {
        return open.stream().filter(Open::loop).anyMatch(loop -> loop.variable().equals(name) || OF_LOOP.contains(name));
    }

    private void use(String name) {
        used.merge(name, open.size(), Math::min);
    }

    private void fault(Cause cause, String... values) {
        faults.add(TemplateFault.at(line, cause, values));
    }

    private void countLines(String text, int from, int to) {
        line += (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}
