package se.trepart.app;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;

import se.trepart.local.Workstation;

/** A workstation's store that notes each time it is read or written on the JavaFX thread, where a slow disk would stop the window. */
final class ScreenThreadGuard {

    private final List<String> caught = new CopyOnWriteArrayList<>();

    Workstation around(Workstation store) {
        return (Workstation) guarded(Workstation.class, store);
    }

    /** What was done there, as {@code Part.method}. */
    List<String> caught() {
        return caught;
    }

    private Object guarded(Class<?> type, Object inner) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (_, method, arguments) -> {
            boolean part = type == Workstation.class && method.getReturnType().isInterface();
            boolean listens = method.getReturnType() == AutoCloseable.class;
            if (!part && !listens && Platform.isFxApplicationThread()) {
                caught.add(type.getSimpleName() + "." + method.getName());
            }
            try {
                Object result = method.invoke(inner, arguments);
                return part ? guarded(method.getReturnType(), result) : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
    }
}
