package se.trepart.app.plan;

import se.trepart.app.casefile.TypedText;
import se.trepart.app.shell.Desk;

/** Where a form is filled in (blankettens plats): keeps what is typed, and is returned to when the form is done or left. */
interface FormHost {

    Desk desk();

    /** What is typed in a field: the same as long as the place is open, so that a form that is left is found as it was. */
    TypedText typed(String field);

    /** Back from the form; what was typed is kept. */
    void leaveForm();
}
