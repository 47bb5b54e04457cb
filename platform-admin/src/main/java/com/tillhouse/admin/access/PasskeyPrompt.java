package com.tillhouse.admin.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;

/** Lets the browser ask the person for a passkey, by {@code js/passkey.js}. */
public final class PasskeyPrompt {
    private static final String SCRIPT = "context://js/passkey.js";

    private PasskeyPrompt() {}

    /** Has the script at hand before it is needed. */
    public static void prepare(UI ui) {
        ui.getPage().addJavaScript(SCRIPT);
    }

    /** Makes a passkey and hands the browser's answer on; in words why not, when the person or the browser would not. */
    public static void create(
            String question, SerializableConsumer<String> answered, SerializableConsumer<String> failed) {
        ask("return window.tillhousePasskey.create($0)", question, answered, failed);
    }

    /** Uses a passkey and hands the browser's answer on. */
    public static void get(
            String question, SerializableConsumer<String> answered, SerializableConsumer<String> failed) {
        ask("return window.tillhousePasskey.get($0)", question, answered, failed);
    }

    /** Uses a passkey and posts the browser's answer by this form. */
    static void signIn(String question, Element form, SerializableConsumer<String> failed) {
        form.executeJs("return window.tillhousePasskey.signIn($0, this)", question)
                .then(String.class, done -> {}, failed);
    }

    private static void ask(
            String call, String question, SerializableConsumer<String> answered, SerializableConsumer<String> failed) {
        UI.getCurrent().getPage().executeJs(call, question).then(String.class, answered, failed);
    }
}
