package com.tillhouse.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tillhouse.architecture.Wall;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.theme.Theme;
import java.util.List;

/** Nothing is bundled: what these annotations ask for would silently be missing from Vaadin's ready-made frontend. */
final class FrontendWalls {
    private FrontendWalls() {}

    static List<Wall> all() {
        return List.of(new Wall(
                "Vaadin brings no frontend of its own",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(
                                JsModule.class, CssImport.class, NpmPackage.class, JavaScript.class, Theme.class)));
    }
}
