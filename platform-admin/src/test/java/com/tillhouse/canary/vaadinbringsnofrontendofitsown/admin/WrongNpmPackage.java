package com.tillhouse.canary.vaadinbringsnofrontendofitsown.admin;

import com.vaadin.flow.component.dependency.NpmPackage;

@NpmPackage(value = "x", version = "1.0.0")
class WrongNpmPackage {}
