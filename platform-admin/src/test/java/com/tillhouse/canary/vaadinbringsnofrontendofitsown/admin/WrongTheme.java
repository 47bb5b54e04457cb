package com.tillhouse.canary.vaadinbringsnofrontendofitsown.admin;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.Theme;

@Theme("x")
class WrongTheme implements AppShellConfigurator {}
