package se.trepart.app.language;

/** Looks for one kind of thing in a letter (en kontroll). Keeps nothing between letters. */
interface LanguageCheck {

    void look(LetterText letter, LetterCase about, FindingList found);
}
