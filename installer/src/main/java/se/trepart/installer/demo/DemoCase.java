package se.trepart.installer.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.Document;

/** The documents of one case as they now stand, in the order they came. */
final class DemoCase {

    private final Map<UUID, Document> documents = new LinkedHashMap<>();

    void put(Document document) {
        documents.put(document.id(), document);
    }

    Collection<Document> documents() {
        return documents.values();
    }

    <D extends Document> List<D> all(Class<D> type) {
        return documents.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    <D extends Document> Optional<D> one(Class<D> type) {
        return all(type).stream().findFirst();
    }
}
