package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import se.trepart.model.DocumentType;

/**
 * The municipality's own text of one kind of letter (brevmall), in place of the program's. Each version is a document of its own: what is
 * published is never changed, so that a letter's version says which words it was written with. S10, R35
 *
 * @param number of the version, from 1, within its kind
 * @param text what stands in the letter between its heading and its questions
 */
public record LetterTemplate(UUID id, UUID unitId, LetterKind kind, int number, String text, LocalDate writtenOn,
        Upkeep upkeep) implements Maintained<LetterTemplate> {

    /** Parts the program's version from the municipality's. */
    private static final String WITH = "/";

    /** The next version, a draft, from the words of another or of the program. */
    public static LetterTemplate draft(UUID id, UUID unitId, LetterKind kind, String text, List<LetterTemplate> all, LocalDate on) {
        Optional<LetterTemplate> last = versions(all, kind).stream().findFirst();
        return new LetterTemplate(id, unitId, kind, last.map(LetterTemplate::number).orElse(0) + 1, text, on,
                last.map(one -> one.upkeep.anew()).orElse(Upkeep.NONE));
    }

    /** The versions of a kind, the newest first. */
    public static List<LetterTemplate> versions(List<LetterTemplate> all, LetterKind kind) {
        return all.stream()
                .filter(template -> template.kind == kind)
                .sorted(Comparator.comparing(LetterTemplate::number).thenComparing(LetterTemplate::id).reversed())
                .toList();
    }

    /**
     * The one that letters of a kind are written with on a day; empty for the program's own. One that is withdrawn leaves the kind to the
     * program: an older version does not come back by itself.
     */
    public static Optional<LetterTemplate> inForce(List<LetterTemplate> all, LetterKind kind, LocalDate day) {
        return versions(all, kind).stream()
                .filter(template -> template.upkeep.published(day))
                .findFirst()
                .filter(template -> template.upkeep.stands(day));
    }

    /** What a letter keeps of it. @param shipped the version of the program's own frame and parts */
    public String version(String shipped) {
        return shipped + WITH + id;
    }

    /** The one that a letter's version names; empty for the program's own, and for one that is not here. */
    public static Optional<LetterTemplate> named(List<LetterTemplate> all, String version) {
        return ofMunicipality(version)
                ? all.stream().filter(template -> version.endsWith(WITH + template.id)).findFirst()
                : Optional.empty();
    }

    /** Whether a letter's version names a template of the municipality's. */
    public static boolean ofMunicipality(String version) {
        return version.contains(WITH);
    }

    /** @throws IllegalStateException when it is published: then a new version is written */
    public LetterTemplate edit(String next) {
        upkeep.requireDraft();
        return new LetterTemplate(id, unitId, kind, number, next, writtenOn, upkeep);
    }

    @Override
    public LetterTemplate with(Upkeep next) {
        return new LetterTemplate(id, unitId, kind, number, text, writtenOn, next);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.LETTER_TEMPLATE;
    }

    @Override
    public LocalDate documentDate() {
        return writtenOn;
    }
}
