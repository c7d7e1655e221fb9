package se.trepart.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import se.trepart.model.Document;
import se.trepart.model.DocumentType;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Documents to and from JSON. Fields and types that this version does not know stay in the JSON that is kept beside the record: a change
 * is applied to that JSON with {@link Patch}, never written back from a record.
 */
public final class DocumentJson {

    private static final Map<String, DocumentType> TYPES = Arrays.stream(DocumentType.values())
            .collect(Collectors.toUnmodifiableMap(DocumentType::name, type -> type));

    private DocumentJson() {}

    public static JsonNode write(Document document) {
        return Json.MAPPER.valueToTree(document);
    }

    /** @throws UnreadableDocument when the JSON is no such document */
    public static Document read(DocumentType type, JsonNode body) {
        try {
            return Json.MAPPER.treeToValue(body, type.record());
        } catch (JacksonException e) {
            throw new UnreadableDocument(type, e);
        }
    }

    /** As {@link #read(DocumentType, JsonNode)}; empty when the type is of a newer version and only its JSON can be kept. */
    public static Optional<Document> read(String type, JsonNode body) {
        return type(type).map(known -> read(known, body));
    }

    /** As {@link #read(String, JsonNode)}, straight from the text: where nobody needs the JSON beside the record. */
    public static Optional<Document> read(String type, byte[] json) {
        return type(type).map(known -> {
            try {
                return Json.MAPPER.readValue(json, known.record());
            } catch (JacksonException e) {
                throw new UnreadableDocument(known, e);
            }
        });
    }

    /** The document type of that name; empty when this version has none. */
    public static Optional<DocumentType> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** A document that does not have the shape of its type. The message holds nothing of its content. */
    public static final class UnreadableDocument extends RuntimeException {

        UnreadableDocument(DocumentType type, JacksonException cause) {
            // the cause's message quotes values, so only where it went wrong is kept
            super(type + ": " + cause.getPathReference());
        }
    }
}
