.venv/.stamp-runtime: requirements.lock requirements-nodeps.lock
	@sh tools/venv.sh runtime
.venv/.stamp-test: requirements-test.lock .venv/.stamp-runtime
	@sh tools/venv.sh test
