package se.trepart.app.language;

import java.util.Set;

/** Where a word of the list counts, for words that are innocent elsewhere (när ordet räknas). */
enum Occasion {
    ALWAYS {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return true;
        }
    },
    /** the slash is part of the word: och/eller */
    LITERAL {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return true;
        }
    },
    /** gällande as a preposition: not "gällande hyra", "enligt gällande regler" */
    PREPOSITION {
        @Override
        boolean counts(Sentence s, int first, int last) {
            if (last + 1 >= s.size() || first == 0) {
                return false;
            }
            boolean beforeOwner = s.word(last + 1)
                    .isAny("din", "ditt", "dina", "din", "ert", "era", "er", "den", "det", "de", "en", "ett", "vår", "vårt", "våra", "hur",
                            "om");
            boolean definite = endsAsDefinite(s.word(last + 1));
            return (beforeOwner || definite) && !s.word(first - 1).isAny("enligt", "vår", "våra", "följer", "de", "den", "det", "nu");
        }
    },
    /** vilken as a relative: after a comma, or after a preposition after one */
    RELATIVE {
        @Override
        boolean counts(Sentence s, int first, int last) {
            if (first == 0) {
                return false;
            }
            Word before = s.word(first - 1);
            boolean afterComma = before.commaAfter();
            boolean afterPreposition = first > 1 && s.word(first - 2).commaAfter()
                    && before.isAny("i", "på", "av", "för", "till", "med", "om");
            boolean asks = s.words().subList(0, first).stream().anyMatch(w -> ASKS.contains(w.lower()));
            boolean question = last + 1 < s.size() && s.word(last + 1).isAny("som");
            return (afterComma || afterPreposition) && !asks && !question;
        }
    },
    /** då as a reason: before a subject, not after a day or a time, not first before a verb */
    REASON {
        @Override
        boolean counts(Sentence s, int first, int last) {
            if (first == 0 || first + 1 >= s.size()) {
                return first == 0 && s.size() > 2 && subject(s.word(1))
                        && s.words().stream().limit(6).anyMatch(w -> w.isAny("inte", "saknas"));
            }
            Word before = s.word(first - 1);
            if (TIMES.contains(before.lower()) || before.number() || before.lower().endsWith("dagen") || before.lower().endsWith("tiden")) {
                return false;
            }
            Word after = s.word(first + 1);
            boolean verbAgain = verbWithin(s, first + 2, 5);
            boolean inverted = first >= 1 && Verbs.finite(before, false) && !before.lower().endsWith("s") && !before.commaAfter();
            return subject(after) && verbAgain && (!inverted || after.isAny("du", "ni", "vi", "man") && verbAgain && !modal(before));
        }
    },
    /** utgår as is paid: not "vi utgår från" */
    PAID_OUT {
        @Override
        boolean counts(Sentence s, int first, int last) {
            boolean from = last + 1 < s.size() && s.word(last + 1).isAny("från") && !(last + 2 < s.size() && s.word(last + 2).isAny("och"));
            return !from;
        }
    },
    /** utrymme in the household's money: not a space in a room */
    ROOM {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return last + 1 < s.size() && s.word(last + 1).isAny("för", "att", "till", "i")
                    && s.words()
                            .stream()
                            .anyMatch(w -> w.isAny("finns", "ekonomi", "ekonomin", "saknas", "ger", "kostnaden", "normen", "budgeten"));
        }
    },
    /** styrka as to prove: not strength */
    NOT_STRENGTH {
        @Override
        boolean counts(Sentence s, int first, int last) {
            boolean noun = s.word(first).isAny("styrka") && (first == 0 || !s.word(first - 1)
                    .isAny("att", "ska", "kan", "måste", "och", "inte", "skall", "behöver", "du", "ni", "eller", "bör"));
            return !noun;
        }
    },
    /** skälig by itself: skälig levnadsnivå is a term of its own */
    NOT_TERM {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return last + 1 >= s.size() || !s.word(last + 1).lower().startsWith("levnadsnivå");
        }
    },
    /** undertecknad as a name for the writer: not a paper that is signed */
    NOT_SIGNED {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return first == 0
                    || !s.word(first - 1).isAny("vara", "är", "var", "varit", "blir", "blev", "bli", "en", "ett", "själv", "inte");
        }
    },
    /** sökande, enskilda as the one who does something: first in the sentence before a verb */
    SUBJECT {
        @Override
        boolean counts(Sentence s, int first, int last) {
            return first == 0 && last + 1 < s.size() && Verbs.finite(s.word(last + 1), false);
        }
    };

    private static final Set<String> ASKS = Set.of("vet", "veta", "fråga", "frågar", "undra", "undrar", "se", "ser", "berätta", "skriv",
            "säg", "kolla");
    private static final Set<String> TIMES = Set.of("dag", "dagen", "dagar", "tid", "tiden", "månad", "månaden", "månader", "år", "året",
            "vecka", "veckan", "veckor", "period", "perioden", "tillfälle", "tillfället", "datum", "gång", "gången", "redan", "just",
            "sedan", "och", "nu", "sen", "förrän", "läge", "fall", "stund", "först", "kväll", "morgon", "även", "som", "ändå", "vad", "hur",
            "vem");

    abstract boolean counts(Sentence s, int first, int last);

    private static boolean subject(Word w) {
        return w.isAny("du", "ni", "vi", "hon", "han", "hen", "de", "det", "den", "man", "jag", "din", "ditt", "dina", "er", "ert", "era",
                "ingen", "inga", "inget", "någon", "något", "sökanden") || endsAsDefinite(w) || w.capital() && !w.number();
    }

    private static boolean endsAsDefinite(Word w) {
        String s = w.lower();
        return s.length() > 4 && (s.endsWith("en") || s.endsWith("et") || s.endsWith("na") || s.endsWith("an")) && !w.isAny("sedan", "igen",
                "även", "redan", "annan", "någon", "bara", "endast", "mycket", "utan", "innan", "gärna", "denna", "vidare");
    }

    private static boolean modal(Word w) {
        return w.isAny("kan", "ska", "får", "måste", "vill", "bör", "skulle", "skall");
    }

    private static boolean verbWithin(Sentence s, int from, int count) {
        for (int i = from; i < Math.min(s.size(), from + count); i++) {
            if (Verbs.finite(s.word(i), false)) {
                return true;
            }
            if (s.word(i).commaAfter()) {
                return false;
            }
        }
        return false;
    }
}
