package com.tillhouse.canary.packagesarenullmarked.core.checkout.domain;

interface WrongPackage {}
