package se.trepart.app.intake;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import se.trepart.model.Money;
import se.trepart.model.person.InvalidPersonalNumber;
import se.trepart.model.person.PersonalNumber;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One object of the form and where it stands. A getter that finds a fault notes it and returns a stand-in, so that the rest of the file
 * is read too; nothing is made of the stand-ins, because a file with a fault is rejected.
 */
final class FormPart {

    private static final Pattern UUID_FORM = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final BigDecimal TOO_MUCH = new BigDecimal(10_000_000);
    private static final int SHOWN_OF_A_CODE = 40;

    private final JsonNode node;
    private final String pointer;
    private final Faults faults;

    FormPart(JsonNode node, String pointer, Faults faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    String pointer() {
        return pointer;
    }

    String pointer(String field) {
        return pointer + "/" + field;
    }

    JsonNode node() {
        return node;
    }

    void fault(String field, String key, Object... values) {
        faults.add(pointer(field), key, values);
    }

    /** A text of the bundle that becomes part of the application. */
    String words(String key) {
        return faults.text(key);
    }

    boolean has(String field) {
        return value(field) != null;
    }

    String text(String field) {
        Optional<String> text = string(field);
        if (text.isPresent() && text.get().isBlank()) {
            fault(field, "intake.fault.empty");
        }
        return storable(field, text.orElse(""));
    }

    String textOrEmpty(String field) {
        return has(field) ? storable(field, string(field).orElse("")) : "";
    }

    boolean flag(String field) {
        return read(field, JsonNode::isBoolean, "intake.fault.expected-flag", JsonNode::booleanValue).orElse(false);
    }

    boolean flagOrFalse(String field) {
        return has(field) && flag(field);
    }

    /** Empty when missing or wrong; both are noted. */
    OptionalInt number(String field, int least, int most) {
        Optional<Integer> number = read(field, JsonNode::isIntegralNumber, "intake.fault.expected-number",
                n -> n.canConvertToInt() ? n.intValue() : Integer.MIN_VALUE);
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        if (number.get() < least || number.get() > most) {
            fault(field, "intake.fault.number-range", least, most);
            return OptionalInt.empty();
        }
        return OptionalInt.of(number.get());
    }

    <E extends Enum<E>> E code(String field, List<E> known) {
        Optional<String> code = string(field);
        if (code.isEmpty()) {
            return known.getFirst();
        }
        return known.stream().filter(k -> k.name().equals(code.get())).findFirst().orElseGet(() -> {
            fault(field, "intake.fault.code", shown(code.get()), known.stream().map(Enum::name).collect(Collectors.joining(", ")));
            return known.getFirst();
        });
    }

    /** Kronor with at most two decimals, not negative. */
    Money amount(String field) {
        BigDecimal kronor = read(field, JsonNode::isNumber, "intake.fault.expected-amount", JsonNode::decimalValue).orElse(BigDecimal.ZERO);
        if (kronor.signum() < 0) {
            fault(field, "intake.fault.negative");
        } else if (kronor.compareTo(TOO_MUCH) >= 0) {
            fault(field, "intake.fault.amount-too-big");
        } else if (kronor.stripTrailingZeros().scale() > 2) {
            fault(field, "intake.fault.decimals");
        } else {
            return Money.kronor(kronor);
        }
        return Money.ZERO;
    }

    Optional<LocalDate> date(String field) {
        return has(field) ? parsed(field, "intake.fault.expected-date", LocalDate::parse) : Optional.empty();
    }

    Optional<Instant> instant(String field) {
        return parsed(field, "intake.fault.expected-time", t -> OffsetDateTime.parse(t).toInstant());
    }

    Optional<UUID> uuid(String field) {
        return parsed(field, "intake.fault.expected-uuid", t -> {
            if (!UUID_FORM.matcher(t).matches()) {
                throw new IllegalArgumentException("not a UUID");
            }
            return UUID.fromString(t);
        });
    }

    Optional<PersonalNumber> personalNumber(String field) {
        Optional<String> text = string(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PersonalNumber(text.get()));
        } catch (InvalidPersonalNumber e) {
            fault(field, switch (e.fault()) {
                case FORM -> "intake.fault.personal-number-form";
                case DATE -> "intake.fault.personal-number-date";
                case CHECK_DIGIT -> "intake.fault.personal-number-check-digit";
            });
            return Optional.empty();
        }
    }

    Optional<FormPart> part(String field) {
        return has(field)
                ? read(field, JsonNode::isObject, "intake.fault.expected-object", n -> new FormPart(n, pointer(field), faults))
                : Optional.empty();
    }

    /** The objects of a list that must be there. */
    List<FormPart> list(String field) {
        List<FormPart> parts = new ArrayList<>();
        List<JsonNode> nodes = nodes(field);
        for (int i = 0; i < nodes.size(); i++) {
            String place = pointer(field) + "/" + i;
            if (nodes.get(i).isObject()) {
                parts.add(new FormPart(nodes.get(i), place, faults));
            } else {
                faults.add(place, "intake.fault.type", words("intake.fault.expected-object"));
            }
        }
        return parts;
    }

    List<FormPart> listOrNone(String field) {
        return has(field) ? list(field) : List.of();
    }

    /** A list of anything. */
    List<JsonNode> nodesOrNone(String field) {
        return has(field) ? nodes(field) : List.of();
    }

    /** A text that every store can keep: no NUL, no half character. */
    String storable(String field, String text) {
        boolean unstorable = text.codePoints().anyMatch(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        if (unstorable) {
            fault(field, "intake.fault.character");
        }
        return text;
    }

    private List<JsonNode> nodes(String field) {
        List<JsonNode> nodes = read(field, JsonNode::isArray, "intake.fault.expected-list", n -> List.copyOf(n.values())).orElse(List.of());
        if (nodes.size() > FormIds.LONGEST_LIST) {
            fault(field, "intake.fault.list-too-long", FormIds.LONGEST_LIST);
            return List.of();
        }
        return nodes;
    }

    private Optional<String> string(String field) {
        return read(field, JsonNode::isString, "intake.fault.expected-text", JsonNode::stringValue);
    }

    private <T> Optional<T> parsed(String field, String expectedKey, Function<String, T> parse) {
        Optional<String> text = string(field);
        try {
            return text.map(parse);
        } catch (DateTimeException | IllegalArgumentException _) {
            fault(field, "intake.fault.type", words(expectedKey));
            return Optional.empty();
        }
    }

    private <T> Optional<T> read(String field, Predicate<JsonNode> right, String expectedKey, Function<JsonNode, T> get) {
        JsonNode value = value(field);
        if (value == null) {
            fault(field, "intake.fault.missing", words(expectedKey));
        } else if (right.test(value)) {
            return Optional.of(get.apply(value));
        } else {
            fault(field, "intake.fault.type", words(expectedKey));
        }
        return Optional.empty();
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }

    private static String shown(String code) {
        String printable = code.replaceAll("\\P{Print}", "?");
        return printable.length() > SHOWN_OF_A_CODE ? printable.substring(0, SHOWN_OF_A_CODE) + "…" : printable;
    }
}
