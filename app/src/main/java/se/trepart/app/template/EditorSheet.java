package se.trepart.app.template;

import java.util.List;
import java.util.UUID;

import se.trepart.app.control.Choice;
import se.trepart.model.letter.Upkeep;

import org.jspecify.annotations.Nullable;

/**
 * What the editor shows at one moment (redigeringens sida).
 *
 * @param versions the value is null for the program's own text
 * @param version the one of them that is shown; null while there is none
 * @param editable it is a draft
 * @param inForce letters are written with it now
 */
record EditorSheet(String title, List<Choice<UUID>> versions, @Nullable Choice<UUID> version, boolean editable, boolean inForce,
        Action action, Upkeep upkeep) {

    /** What the main action does. */
    enum Action {
        /** publicera utkastet */
        PUBLISH,
        /** skriv en ny version */
        BEGIN,
        /** gå till utkastet */
        TO_DRAFT
    }

    static final EditorSheet NOTHING = new EditorSheet("", List.of(), null, false, false, Action.BEGIN, Upkeep.NONE);

    EditorSheet {
        versions = List.copyOf(versions);
    }

    /** What the page is made of; while it is the same nothing is built anew and nothing typed is lost. */
    List<Object> shape() {
        return List.of(versions, version == null ? "" : version, editable, inForce, action);
    }
}
