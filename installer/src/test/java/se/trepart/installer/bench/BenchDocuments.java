package se.trepart.installer.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

import se.trepart.installer.demo.DemoStaff;
import se.trepart.installer.demo.TestOffice;
import se.trepart.model.Document;
import se.trepart.model.casefile.CaseFile;
import se.trepart.model.casefile.Household;
import se.trepart.model.casefile.MaritalStatus;
import se.trepart.model.casefile.Phase;
import se.trepart.model.letter.Letter;
import se.trepart.model.letter.LetterKind;
import se.trepart.wire.Json;

/** The documents that the figures are made with: letters of 1 KB, twenty in a case, the same at every run. */
final class BenchDocuments {

    static final int BYTES = 1_024;
    static final int IN_A_CASE = 20;
    private static final LocalDate DAY = TestOffice.TODAY;
    private static final String[] WORDS = ("adress beslut barn inkomst hyra anteckning uppföljning samtal bistånd social bostad arbete hälsa "
            + "skola skuld frist kontakt avtal plan insats").split(" ");

    private BenchDocuments() {}

    static UUID letterId(int number) {
        return id(1, number);
    }

    static UUID caseId(int number) {
        return id(2, number);
    }

    private static UUID id(int kind, int number) {
        return new UUID(0x0190_0000_0000_7000L | (long) kind << 16, 0x8000_0000_0000_0000L | number);
    }

    /** The letters, and before them their cases and households. */
    static List<Document> of(int letters) {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i * IN_A_CASE < letters; i++) {
            all.add(new CaseFile(caseId(i), DemoStaff.ECONOMY.id(), "2026-%05d".formatted(i), DemoStaff.KARIN.id(), Phase.RUNNING, DAY, DAY,
                    null, null));
            // a case whose people are unknown counts as protected, and is in no snapshot
            all.add(new Household(id(5, i), DemoStaff.ECONOMY.id(), caseId(i), MaritalStatus.SINGLE, List.of(), List.of(), 0, DAY));
        }
        for (int i = 0; i < letters; i++) {
            all.add(letter(i));
        }
        return all;
    }

    private static Letter letter(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Letter empty = letter(number, "");
        int lacking = BYTES - bytes(empty);
        StringBuilder text = new StringBuilder();
        while (text.toString().getBytes(StandardCharsets.UTF_8).length < lacking) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        String whole = text.toString();
        while (whole.getBytes(StandardCharsets.UTF_8).length > lacking) {
            whole = whole.substring(0, whole.length() - 1);
        }
        return letter(number, whole);
    }

    private static Letter letter(int number, String text) {
        return new Letter(letterId(number), DemoStaff.ECONOMY.id(), caseId(number / IN_A_CASE), id(3, number), LetterKind.GRANTED, DAY,
                DemoStaff.KARIN.id(), id(4, number), "1", text, "", null, null, "", null);
    }

    static int bytes(Document document) {
        return Json.MAPPER.writeValueAsBytes(document).length;
    }
}
