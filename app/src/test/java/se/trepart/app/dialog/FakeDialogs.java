package se.trepart.app.dialog;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import se.trepart.app.control.Choice;

/** Answers given beforehand; a question without an answer fails the test. */
public final class FakeDialogs implements Dialogs {

    private final Deque<Object> answers = new ArrayDeque<>();
    /** What was told and asked, as "title: text". */
    public final List<String> shown = new ArrayList<>();

    /** The next answer: a String, a Boolean, a choice's value, a Path, a list of paths, or {@code Optional.empty()} for leaving it. */
    public FakeDialogs answer(Object next) {
        answers.add(next);
        return this;
    }

    public boolean everythingAnswered() {
        return answers.isEmpty();
    }

    @Override
    public Optional<String> ask(Prompt prompt) {
        return this.<String>next(prompt.title() + ": " + prompt.text());
    }

    @Override
    public <T> Optional<T> choose(String title, String text, List<Choice<T>> choices) {
        Optional<T> value = next(title + ": " + text);
        value.ifPresent(v -> {
            if (choices.stream().noneMatch(c -> v.equals(c.value()))) {
                throw new AssertionError("not among the choices of " + title);
            }
        });
        return value;
    }

    @Override
    public boolean confirm(String title, String text, String doIt) {
        return this.<Boolean>next(title + ": " + text).orElse(false);
    }

    @Override
    public void tell(String title, String text) {
        shown.add(title + ": " + text);
    }

    @Override
    public void error(String title, String text) {
        shown.add(title + ": " + text);
    }

    @Override
    public List<Path> pickFiles(String title, String kind, List<String> endings) {
        return this.<List<Path>>next(title).orElse(List.of());
    }

    @Override
    public Optional<Path> pickSaveFile(String title, String name, String kind, String ending) {
        return next(title);
    }

    @Override
    public Optional<Path> pickFolder(String title) {
        return next(title);
    }

    @SuppressWarnings("unchecked")
    private <T> Optional<T> next(String question) {
        shown.add(question);
        Object answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("unexpected question: " + question);
        }
        return answer instanceof Optional<?> none && none.isEmpty() ? Optional.empty() : Optional.of((T) answer);
    }
}
