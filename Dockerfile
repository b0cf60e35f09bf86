# Follow Through on a server of one's own; docs/hosting.md says how it is run, and why HTTPS belongs in front of it.
FROM python:3.11-slim

RUN useradd --create-home --uid 10001 follow-through && install -d -o follow-through -m 0700 /data
WORKDIR /app

# First, so that a changed page does not install everything anew.
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt

COPY app.py ./
COPY .streamlit/config.toml .streamlit/
COPY lib lib
COPY pages pages

ENV FOLLOW_THROUGH_DATA=/data PYTHONUNBUFFERED=1
VOLUME /data
USER follow-through
EXPOSE 8501

HEALTHCHECK CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8501/_stcore/health', timeout=5)"]

# From outside the container it is asked at every address: the door lets nobody in who is not let in.
CMD ["python", "-m", "streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501", \
     "--server.headless=true", "--server.fileWatcherType=none"]
