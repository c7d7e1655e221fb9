package se.trepart.app.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;

import se.trepart.app.text.Texts;
import se.trepart.model.application.ApplicationKind;
import se.trepart.model.application.Channel;
import se.trepart.model.application.Declaration;
import se.trepart.model.application.ReceivedApplication;
import se.trepart.model.casefile.MaritalStatus;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads an e-application file (e-ansökan): JSON in UTF-8, format version 1. Either the whole application is in order or every fault is
 * told at once; nothing is guessed. The text of the file is kept unchanged with the application, so that unknown fields are not lost.
 */
public final class EApplicationReader {

    /** The central store takes a change of at most 1 MB, and the form lies beside what was read from it. */
    static final int LARGEST_FILE = 400_000;

    private static final int FORMAT_VERSION = 1;
    private static final UUID NO_ID = new UUID(0, 0);
    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final Texts texts;
    private final Clock clock;

    public EApplicationReader(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** The file's content; of a file that is too large only so much as shows that it is. */
    public static byte[] bytesOf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST_FILE + 1);
        }
    }

    public Reading read(byte[] file) {
        Faults faults = new Faults(texts);
        Optional<ReceivedApplication> application = text(file, faults).flatMap(form -> read(form, faults));
        return faults.none() ? new Reading.Accepted(application.orElseThrow()) : new Reading.Rejected(faults.all());
    }

    private static Optional<String> text(byte[] file, Faults faults) {
        if (file.length > LARGEST_FILE) {
            faults.add("", "intake.fault.file-too-big", LARGEST_FILE / 1000);
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException _) {
            faults.add("", "intake.fault.not-utf8");
            return Optional.empty();
        }
    }

    private Optional<ReceivedApplication> read(String form, Faults faults) {
        String json = form.startsWith("\uFEFF") ? form.substring(1) : form;
        if (json.isBlank()) {
            faults.add("", "intake.fault.empty-file");
            return Optional.empty();
        }
        if (!isJson(json, faults)) {
            return Optional.empty();
        }
        JsonNode root = JSON.readTree(json);
        if (!root.isObject()) {
            faults.add("", "intake.fault.type", texts.of("intake.fault.expected-object"));
            return Optional.empty();
        }
        return Optional.of(read(form, new FormPart(root, "", faults)));
    }

    private ReceivedApplication read(String text, FormPart form) {
        form.number("formatVersion", Integer.MIN_VALUE + 1, Integer.MAX_VALUE).ifPresent(version -> {
            if (version != FORMAT_VERSION) {
                form.fault("formatVersion", "intake.fault.format-version", version, FORMAT_VERSION);
            }
        });
        UUID id = form.uuid("id").orElse(NO_ID);
        Channel channel = form.code("channel", List.of(Channel.values()));
        Optional<Instant> receivedAt = form.instant("receivedAt");
        if (receivedAt.isPresent() && receivedAt.get().isAfter(clock.instant())) {
            form.fault("receivedAt", "intake.fault.future");
        }
        ApplicationKind kind = form.code("applicationType", List.of(ApplicationKind.values()));
        MaritalStatus maritalStatus = form.code("maritalStatus", List.of(MaritalStatus.values()));
        Optional<YearMonth> period = period(form);

        FormIds ids = new FormIds(id);
        PeopleReader people = new PeopleReader(form, ids, period.orElse(null));
        people.read(form.has("maritalStatus") ? Optional.of(maritalStatus) : Optional.empty());
        DeclarationReader declared = new DeclarationReader(form, ids, people);
        Declaration declaration = declared.read(maritalStatus);

        boolean attested = form.flag("attestation");
        Instant attestedAt = form.has("attestedAt") ? form.instant("attestedAt").orElse(null) : null;
        return new ReceivedApplication(id, kind, channel, receivedAt.orElse(Instant.EPOCH), period.orElse(YearMonth.of(2000, 1)),
                declaration, declared.answers(), attested, attestedAt, text);
    }

    private static Optional<YearMonth> period(FormPart form) {
        OptionalInt year = form.number("periodYear", 2000, 2100);
        OptionalInt month = form.number("periodMonth", 1, 12);
        return year.isPresent() && month.isPresent() ? Optional.of(YearMonth.of(year.getAsInt(), month.getAsInt())) : Optional.empty();
    }

    /** Goes through the text once: where it stops being JSON, and which fields stand twice in the same object. */
    private static boolean isJson(String json, Faults faults) {
        Deque<Set<String>> open = new ArrayDeque<>();
        try (JsonParser parser = JSON.createParser(json)) {
            try {
                int values = 0;
                for (JsonToken token = parser.nextToken(); token != null && values < 2; token = parser.nextToken()) {
                    if (token == JsonToken.START_OBJECT) {
                        open.push(new HashSet<>());
                    } else if (token == JsonToken.END_OBJECT) {
                        open.pop();
                    } else if (token == JsonToken.PROPERTY_NAME && !open.element().add(parser.currentName())) {
                        faults.add(pointer(parser), "intake.fault.field-twice");
                    }
                    if (parser.streamReadContext().inRoot()) {
                        values++;
                    }
                }
                if (values > 1) {
                    addPlace(parser, "intake.fault.not-json", faults);
                }
                return values == 1;
            } catch (JacksonException e) {
                addPlace(parser, e instanceof UnexpectedEndOfInputException ? "intake.fault.cut" : "intake.fault.not-json", faults);
                return false;
            }
        }
    }

    private static void addPlace(JsonParser parser, String key, Faults faults) {
        TokenStreamLocation at = parser.currentLocation();
        faults.add(pointer(parser), key, at.getLineNr(), at.getColumnNr());
    }

    private static String pointer(JsonParser parser) {
        return parser.streamReadContext().pathAsPointer().toString();
    }
}
