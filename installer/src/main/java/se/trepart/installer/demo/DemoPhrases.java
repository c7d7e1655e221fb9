package se.trepart.installer.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import se.trepart.model.access.Unit;
import se.trepart.model.letter.LetterKind;
import se.trepart.model.letter.Phrase;
import se.trepart.model.letter.Upkeep;

/** The demo municipality's phrases for its letters (fraser). */
final class DemoPhrases {

    private DemoPhrases() {}

    /** One of them is to be read again. */
    static List<Phrase> of(LocalDate today) {
        LocalDate decided = today.minusMonths(11);
        return List.of(
                phrase("Hyran är för hög", "Din hyra är högre än vad vi kan godta. Vi har kollat vad en lika stor bostad kostar här.",
                        Phrase.Place.WHY, decided, today.plusMonths(1), LetterKind.PARTLY, LetterKind.REFUSED),
                phrase("Pengarna räcker", "Hushållet har mer pengar än det behöver den här månaden. Därför kan vi inte ge dig hjälp.",
                        Phrase.Place.WHY, decided, today.plusMonths(1), LetterKind.REFUSED),
                phrase("Du söker jobb", "Du har sökt jobb så som du har kommit överens med oss.", Phrase.Place.WHY, decided,
                        today.plusMonths(1), LetterKind.GRANTED),
                phrase("Leta billigare bostad", "Leta efter en billigare bostad. Visa oss vad du har sökt.", Phrase.Place.WHAT_NOW, decided,
                        today.plusMonths(1), LetterKind.PARTLY, LetterKind.REFUSED),
                phrase("Visa sökta jobb", "Visa de jobb du har sökt när du gör nästa ansökan.", Phrase.Place.WHAT_NOW, decided,
                        today.plusMonths(1), LetterKind.GRANTED, LetterKind.PARTLY),
                phrase("Hjälp med budgeten", "Ring oss om du vill ha hjälp att planera dina pengar. Det kostar ingenting.",
                        Phrase.Place.WHAT_NOW, decided, today.minusDays(3)));
    }

    private static Phrase phrase(String name, String text, Phrase.Place place, LocalDate decided, LocalDate review, LetterKind... kinds) {
        UUID id = UUID.nameUUIDFromBytes(("demo/phrase/" + name).getBytes(StandardCharsets.UTF_8));
        return new Phrase(id, Unit.MUNICIPALITY, id, 1, name, text, List.of(kinds), place, decided,
                new Upkeep("Enhetschefen för ekonomiskt bistånd", decided, review, decided, null));
    }
}
