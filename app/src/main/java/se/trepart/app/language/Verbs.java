package se.trepart.app.language;

import java.util.Set;

/** Which words of a sentence are verbs, by their endings and by lists (verb). Knows no dictionary: a guess that the labelled set measures. */
final class Verbs {

    private static final Set<String> DEPONENT = Forms.of("deponent");
    private static final Set<String> S_WORD = Forms.of("s-word");
    private static final Set<String> S_PASSIVE = Forms.of("s-passive");
    private static final Set<String> FINITE = Forms.of("finite");
    private static final Set<String> NOUN_R = Forms.of("noun-r");
    private static final Set<String> ORDER = Forms.of("order");
    private static final String[] NOUN_ENDINGS_R = {"ingar", "heter", "ioner", "nader", "gifter", "komster", "elser", "anter", "iker",
            "dagar", "timmar", "pengar", "kläder", "papper", "månader", "avtalar", "tjänster", "platser", "insatser", "tider", "familjer"};
    private static final String[] PAST_ENDINGS = {"ade", "dde", "lde", "rde", "mde", "vde", "gde", "jde", "kte", "pte", "ste", "xte",
            "fte"};
    /** Endings of a genitive or another noun, never of a verb's s-form in letters like these. */
    private static final String[] NOUN_ENDINGS_S = {"ens", "ets", "arnas", "ornas", "ernas", "ningars", "heters", "ings", "skaps", "doms",
            "plats", "sats", "analys", "ationens", "tets", "ums", "ors", "ars", "ials", "andes", "endes", "ars", "adress", "process",
            "dags", "stads", "hus"};

    private Verbs() {}

    /** The verb's form in -s where somebody does something: betalas, prövades, har lämnats. Not deponents, not genitives. */
    static boolean passive(Word word, boolean beginsSentence) {
        String s = word.lower();
        if (s.length() < 3 || s.charAt(s.length() - 1) != 's' || word.capital() && !beginsSentence) {
            return false;
        }
        if (DEPONENT.contains(s) || S_WORD.contains(s)) {
            return false;
        }
        if (S_PASSIVE.contains(s)) {
            return true;
        }
        if (word.capital() || endsWithAny(s, NOUN_ENDINGS_S)) {
            return false;
        }
        return s.length() >= 5 && (s.endsWith("as") || s.endsWith("ades") || s.endsWith("ats") || s.endsWith("ttes") || s.endsWith("ddes")
                || s.endsWith("rdes") || s.endsWith("ldes") || s.endsWith("ktes") || s.endsWith("ptes") || s.endsWith("mdes")
                || s.endsWith("vdes") || s.endsWith("gdes") || s.endsWith("stes") || s.endsWith("rivits") || s.endsWith("agits")
                || s.endsWith("ällts") || s.endsWith("örts") || s.endsWith("yllts") || s.endsWith("älls") || s.endsWith("skrivs")
                || s.endsWith("läggs") || s.endsWith("sätts") || s.endsWith("sänds") || s.endsWith("görs") || s.endsWith("förs"));
    }

    /** A verb in the present or the past. */
    static boolean finite(Word word, boolean beginsSentence) {
        String s = word.lower();
        if (word.number() || NOUN_R.contains(s)) {
            return false;
        }
        if (FINITE.contains(s) || passive(word, beginsSentence) || DEPONENT.contains(s)) {
            return true;
        }
        if (word.capital() && !beginsSentence || s.length() < 4) {
            return false;
        }
        if (s.endsWith("ar") || s.endsWith("er")) {
            return !endsWithAny(s, NOUN_ENDINGS_R);
        }
        return s.length() > 4 && endsWithAny(s, PAST_ENDINGS);
    }

    /** An order to the reader, as the first word: ring, skriv. */
    static boolean order(Word first) {
        return ORDER.contains(first.lower());
    }

    private static boolean endsWithAny(String s, String[] endings) {
        for (String ending : endings) {
            if (s.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
