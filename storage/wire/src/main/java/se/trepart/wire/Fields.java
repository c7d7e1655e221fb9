package se.trepart.wire;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A document laid out as fields: path → canonical JSON text. Members join with a dot; an element of a list whose elements all have an id
 * stands under it, {@code declaration.incomes[<id>].amount}; any other list is one value. Nothing is stored for null or for an empty
 * list, so an element comes and goes as its fields do. Elements are put back in order of id: ids are ordered by time.
 */
public final class Fields {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[([^.\\[\\]]+)])?");
    private static final String ID = "id";

    private Fields() {}

    public static SortedMap<String, String> of(JsonNode document) {
        if (!document.isObject() || !splits(document)) {
            throw new IllegalArgumentException("a document is an object with plain member names");
        }
        SortedMap<String, String> fields = new TreeMap<>();
        members("", document, fields);
        return fields;
    }

    /** @throws IllegalArgumentException when the paths or values make no document */
    public static JsonNode join(SortedMap<String, String> fields) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        Map<String, ObjectNode> objects = new HashMap<>();
        Set<String> lists = new HashSet<>();
        fields.forEach((path, text) -> {
            int dot = path.lastIndexOf('.');
            ObjectNode parent = dot < 0 ? root : object(path.substring(0, dot), root, objects, lists);
            String member = path.substring(dot + 1);
            JsonNode value = parse(text);
            boolean emptyObject = value.isObject() && value.isEmpty();
            if (member.isEmpty() || member.contains("[") || parent.has(member) && !emptyObject) {
                throw new IllegalArgumentException("not a field path");
            }
            if (emptyObject) {
                object(path, root, objects, lists);
            } else {
                parent.set(member, value);
            }
        });
        return root;
    }

    private static void members(String prefix, JsonNode object, SortedMap<String, String> fields) {
        object.properties().forEach(member -> value(prefix + member.getKey(), member.getValue(), fields));
    }

    private static void value(String path, JsonNode value, SortedMap<String, String> fields) {
        if (value.isNull() || value.isArray() && value.isEmpty()) {
            return;
        }
        if (value.isObject() && !value.isEmpty() && splits(value)) {
            members(path + ".", value, fields);
        } else if (value.isArray() && identified(value)) {
            value.forEach(element -> members(path + "[" + element.get(ID).asString() + "].", element, fields));
        } else {
            fields.put(path, Json.canonical(value));
        }
    }

    /** Whether every element is an object with an id of its own. */
    private static boolean identified(JsonNode list) {
        Set<String> ids = new HashSet<>();
        for (JsonNode element : list) {
            JsonNode id = element.get(ID);
            if (id == null || !id.isString() || !plain(id.asString()) || !ids.add(id.asString()) || !splits(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean splits(JsonNode object) {
        return object.properties().stream().allMatch(member -> plain(member.getKey()));
    }

    private static boolean plain(String name) {
        return !name.isEmpty() && name.chars().noneMatch(c -> c == '.' || c == '[' || c == ']');
    }

    /** The object at the path, made with all above it when it is not there. */
    private static ObjectNode object(String path, ObjectNode root, Map<String, ObjectNode> objects, Set<String> lists) {
        ObjectNode known = objects.get(path);
        if (known != null) {
            return known;
        }
        int dot = path.lastIndexOf('.');
        ObjectNode parent = dot < 0 ? root : object(path.substring(0, dot), root, objects, lists);
        var step = STEP.matcher(path.substring(dot + 1));
        if (!step.matches()) {
            throw new IllegalArgumentException("not a field path");
        }
        String name = step.group(1);
        JsonNode there = parent.get(name);
        ObjectNode made = Json.MAPPER.createObjectNode();
        if (step.group(2) == null && there == null) {
            parent.set(name, made);
        } else if (step.group(2) != null && there == null) {
            parent.set(name, Json.MAPPER.createArrayNode().add(made));
            lists.add(list(path));
        } else if (step.group(2) != null && there instanceof ArrayNode list && lists.contains(list(path))) {
            list.add(made);
        } else {
            throw new IllegalArgumentException("not a field path");
        }
        objects.put(path, made);
        return made;
    }

    /** The path of the list that an element stands in. */
    private static String list(String elementPath) {
        return elementPath.substring(0, elementPath.lastIndexOf('['));
    }

    static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JacksonException _) {
            throw new IllegalArgumentException("not a JSON value");
        }
    }
}
