package se.trepart.wire;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import se.trepart.model.Money;
import se.trepart.model.person.PersonalNumber;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one JSON shape of everything stored and sent. Money is a whole number of öre, a personal number its text, a month "2026-11", days
 * and times ISO. What is null is left out; a list that is left out reads as empty. A decimal where a whole number belongs and the same
 * member twice are refused rather than guessed at.
 */
public final class Json {

    public static final JsonMapper MAPPER = JsonMapper.builder()
            // the records' own members and nothing else: a rule such as isProtected() is no stored field
            .changeDefaultVisibility(seen -> seen.withVisibility(com.fasterxml.jackson.annotation.PropertyAccessor.ALL, Visibility.NONE)
                    .withFieldVisibility(Visibility.ANY)
                    .withCreatorVisibility(Visibility.ANY))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .changeDefaultPropertyInclusion(_ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .withConfigOverride(List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, map -> map.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Set.class, set -> set.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .addMixIn(Money.class, MoneyShape.class)
            .addMixIn(PersonalNumber.class, PersonalNumberShape.class)
            .build();

    private Json() {}

    /** The same text for the same value, however its members are ordered: compact, members by name. */
    public static String canonical(JsonNode node) {
        return sorted(node).toString();
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            ObjectNode object = MAPPER.createObjectNode();
            members.forEach(object::set);
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    private abstract static class MoneyShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        MoneyShape(@SuppressWarnings("unused") long ore) {}

        @JsonValue
        abstract long ore();
    }

    private abstract static class PersonalNumberShape {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PersonalNumberShape(@SuppressWarnings("unused") String value) {}

        @JsonValue
        abstract String value();
    }
}
