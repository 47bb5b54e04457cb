package com.tillhouse.canary.vaadinbringsnofrontendofitsown.admin;

import com.vaadin.flow.component.dependency.CssImport;

@CssImport("./x.css")
class WrongCssImport {}
