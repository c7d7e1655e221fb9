package se.trepart.app.letter;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import se.trepart.app.letter.LetterPage.Refusal;
import se.trepart.model.decision.Appeal;

/** Every kind of letter in the easiest words (lättläst), as a good caseworker fills them in. */
final class EasyLetters {

    private static final List<String> NO_WORDS = List.of();
    private static final String MATERIAL = "Den 5\u00a0november 2026 fick du läsa det vi bygger beslutet på. Du svarade inte.";

    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("Hyra", "Du sökte 9\u00a0400\u00a0kronor. Du får 7\u00a0900\u00a0kronor av det.",
                    List.of("Hyran är högre än vi kan godta för så många som bor där."), List.of("Sök en bostad som kostar mindre.")),
            new Refusal("Bredband", "Du sökte 349\u00a0kronor. Du får inget för det.", List.of("Det här är redan betalt."), List.of()));

    private EasyLetters() {}

    /** @param all the letters that these say the same as */
    static Map<String, LetterPage> of(Map<String, LetterPage> all) {
        Map<String, LetterPage> easy = new TreeMap<>();
        LetterPage granted = named(all, "granted-small");
        easy.put("granted-easy", easy(granted, List.of("Du har inget jobb än. Dina pengar räcker inte till hyra och mat."),
                List.of("Sök jobb så som vi har sagt.", "Visa vad du har sökt den 10\u00a0december 2026."), granted.body()));
        easy.put("granted-easy-large-print", Letters.looking(named(easy, "granted-easy"), true, true, named(easy, "granted-easy").why(),
                named(easy, "granted-easy").whatNow(), granted.body()));
        easy.put("partly-easy",
                easy(named(all, "partly-small"), List.of("Dina pengar räcker inte. Men du får inte allt du har sökt."),
                        List.of("Sök en bostad som kostar mindre. Vi ses den 9\u00a0december 2026."),
                        partly(REFUSALS, List.of(), Set.of(Appeal.Way.COURT))));
        easy.put("refused-easy", easy(named(all, "refused-small"), List.of("Du fick lön i oktober. Lönen räcker till november."),
                List.of("Kan du inte betala hyran? Ring oss."), refused(List.of(), Set.of(Appeal.Way.COURT))));
        easy.put("refused-two-decisions-easy",
                easy(named(all, "refused-two-decisions"), List.of("Du fick lön i oktober. Lönen räcker till november."),
                        List.of("Kan du inte betala hyran? Ring oss."), refused(List.of(Letters.EMERGENCY), Set.of(Appeal.Way.COURT))));
        easy.put("partly-two-decisions-easy",
                easy(named(all, "partly-two-decisions"), List.of("Dina pengar räcker inte till hyra och mat. Därför får du hjälp."),
                        List.of("Ring oss om du undrar något."),
                        partly(List.of(),
                                List.of(new Refusal("Möbler", "Du sökte 4\u00a0000\u00a0kronor. Du får inget för det.",
                                        List.of("Du behöver inte det här just nu."), List.of("Du har en säng och ett bord."))),
                                Set.of(Appeal.Way.values()))));
        easy.put("completion-request-easy",
                easy(named(all, "completion-request-small"), NO_WORDS, NO_WORDS,
                        new LetterBody.Asked(List.of("Din lön för oktober 2026.", "Din hyra för november 2026."), "1\u00a0december 2026",
                                "Då vet vi inte vad du behöver. Då kan du få nej.")));
        easy.put("dismissed-easy",
                easy(named(all, "dismissed"),
                        List.of("Vi har bett dig om din lön och din hyra. Du har inte svarat. Vi vet inte om du behöver hjälp."),
                        List.of("Lämna in lönen och hyran när du söker."), named(all, "dismissed").body()));
        easy.put("withdrawn-easy",
                easy(named(all, "withdrawn"), List.of("Du ringde oss den 18\u00a0november 2026. Då sa du att du har fått jobb."),
                        List.of("Du behöver inte göra något. Spara brevet."), named(all, "withdrawn").body()));
        same(easy, all, "communication", List.of("Lönen räcker. Det kan betyda att du får nej."), NO_WORDS);
        easy.put("referral-copy-easy",
                easy(named(all, "referral-copy"), NO_WORDS, List.of("Ring dem om du blir sjuk."),
                        new LetterBody.Referred("2\u00a0november 2026", List.of("Maria vill ha ett jobb. Hon har jobbat i kök i två år."),
                                List.of("Du vill jobba i kök igen. De kan hjälpa dig att hitta en plats."),
                                List.of("Maria har ett jobb i maj 2027."), List.of("Du träffar en coach varje vecka."),
                                List.of("Då kan du få mindre pengar."), "16\u00a0november 2026")));
        same(easy, all, "caseworker-change", List.of("Karin Ek har fått ett nytt jobb."), List.of("Spara det nya namnet och numret."));
        same(easy, all, "confirmation", NO_WORDS, List.of("Du behöver inte göra något nu. Svara om vi ringer."));
        same(easy, all, "delay", List.of("Vi väntar på svar från Försäkringskassan. De behöver två veckor till."),
                List.of("Ring oss om du undrar något."));
        same(easy, all, "own", List.of("Du frågade om du kan få hjälp att flytta. Det kan du.", "Ring oss. Då ser vi vad det kostar."),
                List.of("Ring Anna Berg senast den 4\u00a0december 2026."));
        same(easy, all, "recovery-notice", List.of("Du fick lön i juni och juli. Det sa du inte till oss."), NO_WORDS);
        same(easy, all, "recovery", List.of("Du fick lön i juni och juli. Det sa du inte till oss."),
                List.of("Betala till bankgiro 123-4567. Skriv 2026-00417 när du betalar."));
        same(easy, all, "recovery-of-advance", List.of("Du väntade på pengar. De kom den 2\u00a0november 2026."),
                List.of("Betala till bankgiro 123-4567. Skriv 2026-00417 när du betalar."));
        return easy;
    }

    private static LetterPage named(Map<String, LetterPage> all, String name) {
        return Objects.requireNonNull(all.get(name), name);
    }

    private static void same(Map<String, LetterPage> easy, Map<String, LetterPage> all, String name, List<String> why,
            List<String> whatNow) {
        LetterPage page = named(all, name);
        easy.put(name + "-easy", easy(page, why, whatNow, page.body()));
    }

    private static LetterPage easy(LetterPage page, List<String> why, List<String> whatNow, LetterBody body) {
        return Letters.looking(page, false, true, why, whatNow, body);
    }

    private static LetterBody partly(List<Refusal> refusals, List<Refusal> second, Set<Appeal.Way> ways) {
        return Letters.decided(Letters.sums(2, false).result() + "\u00a0kronor", "", 2, List.of(Letters.sums(2, false)), refusals, second,
                "Pengarna kommer till ditt konto.", MATERIAL, ways);
    }

    private static LetterBody refused(List<Refusal> second, Set<Appeal.Way> ways) {
        return Letters.decided("0\u00a0kronor", "", 0, List.of(Letters.sums(0, true)), List.of(), second, "", MATERIAL, ways);
    }
}
