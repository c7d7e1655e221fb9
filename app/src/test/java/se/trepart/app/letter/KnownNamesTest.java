package se.trepart.app.letter;

import java.util.ArrayList;
import java.util.List;

import se.trepart.app.casefile.CaseDocuments;
import se.trepart.app.casefile.CaseSamples;
import se.trepart.app.casefile.Registers;
import se.trepart.model.Document;
import se.trepart.model.access.Unit;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.JournalNote;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which words a case and the registers make right. */
class KnownNamesTest {

    private static final Unit UNIT = new Unit(CaseSamples.UNIT, Unit.MUNICIPALITY, "foodora och Wolt", Unit.UnitKind.values()[0],
            CaseSamples.TODAY);
    private static final Registers REGISTERS = new Registers(List.of(), List.of(UNIT), List.of(), List.of(), List.of(), List.of(),
            List.of());

    private static CaseDocuments with(String letter) {
        List<Document> all = new ArrayList<>(CaseSamples.amina());
        CaseFile file = all.stream().filter(CaseFile.class::isInstance).map(CaseFile.class::cast).findFirst().orElseThrow();
        all.add(new JournalNote(CaseSamples.id(980), CaseSamples.UNIT, CaseSamples.CASE, CaseSamples.NOW, CaseSamples.TODAY,
                CaseSamples.KARIN.id(), JournalNote.NoteKind.VISIT, "Hon vill flytta till Lillköping när hyrann är betald.", null));
        all.add(Letter.write(CaseSamples.id(981), file, LetterKind.OWN, CaseSamples.id(201), "1", letter, "", CaseSamples.KARIN.id(),
                CaseSamples.TODAY));
        return CaseDocuments.of(all).orElseThrow();
    }

    @Test
    void namesAreKnownButNoSlipOfANoteOrALetter() {
        KnownNames names = new KnownNames(with("Ring Nordbankken."), REGISTERS);
        assertThat(List.of("Amina", "Öberg", "Lillköping", "foodora", "Foodora", "Wolt")).allMatch(names);
        assertThat(List.of("hyrann", "Nordbankken", "lillköping")).noneMatch(names);
    }

    @Test
    void areReadAnewWhenTheCaseChangesButNotForEveryWordOfTheLetter() {
        KnownNames names = new KnownNames(with("Ring Nordbankken."), REGISTERS);
        assertThat(names.of(with("Ring Nordbanken."), REGISTERS)).isTrue();
        assertThat(names.of(CaseDocuments.of(CaseSamples.amina()).orElseThrow(), REGISTERS)).isFalse();
    }
}
