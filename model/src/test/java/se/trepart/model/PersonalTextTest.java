package se.trepart.model;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import se.trepart.model.casefile.JournalNote;
import se.trepart.model.decision.DelegationOrder;
import se.trepart.model.letter.Letter;
import se.trepart.model.person.PersonalNumber;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The text of a record ends up in logs and exceptions: it must not carry what is known of a person. */
class PersonalTextTest {

    private static final String CANARY = "Kanariefågel";
    private static final String NUMBER = "19900101T238";

    /** Records that show a text of their own, because it is the office's, the law's or a field's name and never about a person. */
    private static final Set<String> OF_NO_PERSON = Set.of("ActionKind", "ActionOffer", "Answer", "Assessment", "Brand", "ChecklistStep",
            "ChecklistTemplate", "Choice", "ClosingReason", "DayWork", "DecisionBasis", "DecisionReason", "ExemptionGround",
            "LetterTemplate", "Municipality", "Norm", "NormCell", "Obstacle", "Part", "Phrase", "RecurringCheck", "Result", "ResultRow",
            "Settings", "Siblings", "Statute", "Subject", "Unit", "Upkeep");

    @Test
    void noRecordTellsWhatItHoldsOfAPerson() throws Exception {
        List<Class<?>> records = records();
        assertThat(records).hasSizeGreaterThan(60);
        List<String> telling = records.stream().filter(PersonalTextTest::tells).map(Class::getSimpleName).sorted().toList();
        assertThat(telling).as("records whose text shows a text they hold").containsExactlyInAnyOrderElementsOf(OF_NO_PERSON);
    }

    @Test
    void seesARecordThatTells() {
        record Careless(String words) {}
        assertThat(tells(Careless.class)).isTrue();
    }

    private static boolean tells(Class<?> type) {
        String text = simple(type).toString();
        return text.contains(CANARY) || text.contains(NUMBER) || text.contains("19900101-T238");
    }

    private static List<Class<?>> records() throws IOException, URISyntaxException {
        Path root = Path.of(Document.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(root.resolve("se/trepart/model"))) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .<Class<?>>map(name -> type(name.substring(0, name.length() - 6).replaceAll("[/\\\\]", ".")))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A record with something in every place, down to the leaves. */
    private static Object made(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        try {
            Constructor<?> constructor = type
                    .getDeclaredConstructor(Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(Arrays.stream(parts).map(part -> value(part.getGenericType())).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
    }

    private static Object value(Type type) {
        if (type instanceof ParameterizedType of) {
            Type[] parts = of.getActualTypeArguments();
            Class<?> whole = (Class<?>) of.getRawType();
            if (whole == List.class) {
                return List.of(value(parts[0]));
            }
            if (whole == Set.class) {
                return Set.of(value(parts[0]));
            }
            if (whole == Optional.class) {
                return Optional.of(value(parts[0]));
            }
            if (whole == Map.class) {
                return Map.of(value(parts[0]), value(parts[1]));
            }
            if (whole == SortedMap.class) {
                return new TreeMap<>(Map.of(value(parts[0]), value(parts[1])));
            }
            throw new IllegalStateException("no value for " + type);
        }
        return simple((Class<?>) type);
    }

    private static Object simple(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> CANARY;
            case "PersonalNumber" -> new PersonalNumber(NUMBER);
            case "Money" -> new Money(100);
            case "UUID" -> new UUID(7, 7);
            case "LocalDate" -> LocalDate.of(2026, 11, 30);
            case "LocalDateTime" -> LocalDate.of(2026, 11, 30).atTime(9, 0);
            case "YearMonth" -> YearMonth.of(2026, 12);
            case "Instant" -> Instant.EPOCH;
            case "DelegationOrder" -> DelegationOrder.shipped();
            case "Document" -> made(JournalNote.class);
            case "Posted" -> made(Letter.class);
            case "int", "Integer" -> 1;
            case "long" -> 1L;
            case "OptionalDouble" -> OptionalDouble.of(1);
            case "double" -> 1.0;
            case "boolean" -> true;
            default -> {
                if (type.isEnum()) {
                    yield type.getEnumConstants()[0];
                }
                if (type.isRecord()) {
                    yield made(type);
                }
                throw new IllegalStateException("no value for " + type);
            }
        };
    }
}
