package se.trepart.app.casefile;

import java.util.Arrays;
import java.util.List;

import se.trepart.app.text.Texts;
import se.trepart.model.access.Staff;
import se.trepart.model.merge.Conflict;

import org.jspecify.annotations.Nullable;

/**
 * A field that two people changed, or a whole change that was not taken in, with both values to read (konflikt).
 *
 * @param heading what it is about and in which field
 * @param theirs whose value stands now, and the value
 * @param mine whose value waits, and the value
 */
public record ConflictLine(String heading, String theirs, String mine) {

    static List<ConflictLine> of(Conflict conflict, Registers registers, Texts texts) {
        String key = "casefile.document";
        String name = key + "." + conflict.aboutType();
        // a newer client may know more kinds of document
        String about = texts.has(name) ? texts.of(name) : texts.of("casefile.document.OTHER");
        String them = registers.staff(conflict.theirAuthor()).map(Staff::name).orElse("–");
        String me = registers.staff(conflict.myAuthor()).map(Staff::name).orElse("–");
        if (conflict.fields().isEmpty()) {
            return List.of(new ConflictLine(about, texts.of("casefile.conflict.stands", them, texts.of("casefile.conflict.refused")), me));
        }
        return conflict.fields()
                .stream()
                .map(f -> new ConflictLine(texts.of("casefile.conflict.field", about, field(f.path(), texts)),
                        texts.of("casefile.conflict.stands", them, value(f.theirs(), registers, texts)),
                        texts.of("casefile.conflict.waits", me, value(f.mine(), registers, texts))))
                .toList();
    }

    /** The last part of the path that has a name; the path itself when none has. */
    private static String field(String path, Texts texts) {
        String key = "casefile.field-name";
        return Arrays.asList(path.split("/", -1))
                .reversed()
                .stream()
                .map(part -> key + "." + part)
                .filter(texts::has)
                .findFirst()
                .map(texts::of)
                .orElse(path);
    }

    private static String value(@Nullable String json, Registers registers, Texts texts) {
        if (json == null || json.equals("null")) {
            return "–";
        }
        String text = json.length() > 1 && json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
        String phase = "text.phase";
        return registers.staff()
                .stream()
                .filter(s -> s.id().toString().equals(text))
                .map(Staff::name)
                .findFirst()
                .orElseGet(() -> texts.has(phase + "." + text) ? texts.of(phase + "." + text) : text);
    }
}
