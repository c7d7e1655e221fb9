package se.trepart.model.letter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import se.trepart.model.DocumentType;

/**
 * A text that a caseworker can put into a letter and then write on (fras). The letter keeps the words, not the phrase. Each version is a
 * document of its own, as of a template. S10, R35
 *
 * @param seriesId the same in all its versions: the id of the first
 * @param number of the version, from 1
 * @param name what it is called in the list, such as "Sök billigare bostad"
 * @param kinds the kinds of letter it is for; none for all
 * @param place where in the letter it goes
 */
public record Phrase(UUID id, UUID unitId, UUID seriesId, int number, String name, String text, List<LetterKind> kinds, Place place,
        LocalDate writtenOn, Upkeep upkeep) implements Maintained<Phrase> {

    /** Where in a letter a phrase goes. */
    public enum Place {
        /** därför, or what stands in its place */
        WHY,
        /** det här ska du göra nu, or what stands in its place */
        WHAT_NOW
    }

    public Phrase {
        kinds = List.copyOf(kinds);
    }

    /** The first version, a draft with nothing in it. */
    public static Phrase draft(UUID id, UUID unitId, LocalDate on) {
        return new Phrase(id, unitId, id, 1, "", "", List.of(), Place.WHY, on, Upkeep.NONE);
    }

    /** The next version, a draft with the same words. @param all every version of every phrase */
    public Phrase next(UUID nextId, List<Phrase> all, LocalDate on) {
        int last = all.stream().filter(one -> one.seriesId.equals(seriesId)).mapToInt(Phrase::number).max().orElse(number);
        return new Phrase(nextId, unitId, seriesId, last + 1, name, text, kinds, place, on, upkeep.anew());
    }

    /** Those that can be put into a letter on a day, by name. */
    public static List<Phrase> inForce(List<Phrase> all, LetterKind kind, Place place, LocalDate day) {
        Map<UUID, Optional<Phrase>> newest = all.stream()
                .filter(phrase -> phrase.upkeep.published(day))
                .collect(Collectors.groupingBy(Phrase::seriesId, TreeMap::new, Collectors.maxBy(Comparator.comparing(Phrase::number))));
        return newest.values()
                .stream()
                .flatMap(Optional::stream)
                .filter(phrase -> phrase.upkeep.stands(day) && phrase.place == place)
                .filter(phrase -> phrase.kinds.isEmpty() || phrase.kinds.contains(kind))
                .sorted(Comparator.comparing(Phrase::name))
                .toList();
    }

    /** @throws IllegalStateException when it is published: then a new version is written */
    public Phrase edit(String newName, String newText, List<LetterKind> newKinds, Place newPlace) {
        upkeep.requireDraft();
        return new Phrase(id, unitId, seriesId, number, newName, newText, newKinds, newPlace, writtenOn, upkeep);
    }

    @Override
    public Phrase with(Upkeep next) {
        return new Phrase(id, unitId, seriesId, number, name, text, kinds, place, writtenOn, next);
    }

    @Override
    public DocumentType documentType() {
        return DocumentType.PHRASE;
    }

    @Override
    public LocalDate documentDate() {
        return writtenOn;
    }
}
